/* The kernels of gated for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is gated_x86_64_v3.c. */
#if defined(__x86_64__) && defined(__ELF__)
	.text
	.file	"kernels"
	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI0_0:
	.long	0x3727c5ac
.LCPI0_1:
	.long	0x3f800000
	.text
	.hidden	gated_x86_64_v3_k0
	.globl	gated_x86_64_v3_k0
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k0,@function
gated_x86_64_v3_k0:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI0_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI0_1(%rip), %ymm2
	vdivps	%ymm1, %ymm2, %ymm1
	movq	8(%rdi), %rax
	vsqrtps	%ymm0, %ymm0
	movq	16(%rdi), %rcx
	vdivps	%ymm0, %ymm2, %ymm0
	vmulps	(%rax), %ymm1, %ymm1
	vmulps	32(%rax), %ymm0, %ymm0
	vmovups	%ymm1, (%rcx)
	vmovups	%ymm0, 32(%rcx)
	vzeroupper
	retq
.Lfunc_end0:
	.size	gated_x86_64_v3_k0, .Lfunc_end0-gated_x86_64_v3_k0

	.hidden	gated_x86_64_v3_k1
	.globl	gated_x86_64_v3_k1
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k1,@function
gated_x86_64_v3_k1:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	addq	(%rdi), %rsi
	shlq	$6, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB1_1:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdx)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$8, %rcx
	movq	%rdx, %rcx
	jb	.LBB1_1
	vzeroupper
	retq
.Lfunc_end1:
	.size	gated_x86_64_v3_k1, .Lfunc_end1-gated_x86_64_v3_k1

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI2_0:
	.long	0x80000000
.LCPI2_1:
	.long	0xc2a00000
.LCPI2_2:
	.long	0x42a00000
.LCPI2_3:
	.long	0x42b20000
.LCPI2_4:
	.long	0xc2d00000
.LCPI2_5:
	.long	0x4b400000
.LCPI2_6:
	.long	0x3fb8aa3b
.LCPI2_7:
	.long	0xcb400000
.LCPI2_8:
	.long	0xbf318000
.LCPI2_9:
	.long	0x395e8083
.LCPI2_10:
	.long	0x3ab60b61
.LCPI2_11:
	.long	0x39500d01
.LCPI2_12:
	.long	0x3c088889
.LCPI2_13:
	.long	0x3d2aaaab
.LCPI2_14:
	.long	0x3e2aaaab
.LCPI2_15:
	.long	0x3f000000
.LCPI2_16:
	.long	0x3f800000
.LCPI2_17:
	.long	3032482048
.LCPI2_18:
	.long	4286578688
.LCPI2_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI2_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k2
	.globl	gated_x86_64_v3_k2
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k2,@function
gated_x86_64_v3_k2:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$904, %rsp
	movq	(%rdi), %r8
	movq	16(%rdi), %rbp
	imulq	$3456, %rdx, %r14
	addq	24(%rdi), %r14
	movq	32(%rdi), %rax
	movq	%rax, 24(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, 16(%rsp)
	leaq	(%rsi,%rsi,8), %rbx
	shlq	$6, %rbx
	addq	8(%rdi), %rbx
	xorl	%r12d, %r12d
	vpcmpeqd	%xmm0, %xmm0, %xmm0
	vmovdqa	%xmm0, %xmm0
	xorl	%ecx, %ecx
	jmp	.LBB2_1
	.p2align	4, 0x90
.LBB2_4:
	leaq	1(%rcx), %rdx
	cmpq	$28, %rcx
	movq	%rdx, %rcx
	jae	.LBB2_5
.LBB2_1:
	imulq	$116, %rcx, %rdx
	addq	%r14, %rdx
	leaq	-1(%rcx), %rsi
	cmpq	$27, %rsi
	ja	.LBB2_2
	movl	$0, (%rdx)
	addq	$4, %rdx
	imulq	$112, %rsi, %rsi
	addq	%r8, %rsi
	xorl	%edi, %edi
	.p2align	4, 0x90
.LBB2_13:
	vmovups	(%rsi,%rdi,4), %ymm1
	vmovups	%ymm1, (%rdx,%rdi,4)
	leaq	8(%rdi), %rax
	cmpq	$16, %rdi
	movq	%rax, %rdi
	jb	.LBB2_13
	vmaskmovps	96(%rsi), %ymm0, %ymm1
	vmaskmovps	%ymm1, %ymm0, 96(%rdx)
	jmp	.LBB2_4
	.p2align	4, 0x90
.LBB2_2:
	xorl	%esi, %esi
	.p2align	4, 0x90
.LBB2_3:
	movl	$0, (%rdx,%rsi,4)
	leaq	1(%rsi), %rax
	cmpq	$28, %rsi
	movq	%rax, %rsi
	jb	.LBB2_3
	jmp	.LBB2_4
.LBB2_5:
	leaq	576(%rbx), %r15
	xorl	%r13d, %r13d
	.p2align	4, 0x90
.LBB2_6:
	movq	%r12, %rax
	shlq	$6, %rax
	prefetcht1	576(%rbx,%rax)
	leaq	(%r12,%r12,2), %rcx
	movq	%rcx, %rdx
	shlq	$7, %rdx
	addq	%rbp, %rdx
	shlq	$4, %rcx
	leaq	table(%rip), %rax
	addq	%rax, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	vzeroupper
	callq	micro.6x16.at.c16.k1.s29.w16
	leaq	1(%r12), %rax
	cmpq	$30, %r12
	movq	%rax, %r12
	jb	.LBB2_6
	leaq	table(%rip), %r12
	.p2align	4, 0x90
.LBB2_8:
	leaq	(,%r13,4), %rax
	addq	%r13, %rax
	leaq	186(,%r13,4), %rdx
	addq	%r13, %rdx
	movq	%r13, %rcx
	shlq	$6, %rcx
	prefetcht1	1984(%rcx,%r15)
	shlq	$6, %rdx
	addq	%rbp, %rdx
	leaq	(%r12,%rax,8), %rcx
	addq	$1488, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$3, %r9d
	movq	%r14, %rdi
	movq	%rbx, %rsi
	callq	micro.5x16.at.c16.k1.s29.w16
	leaq	1(%r13), %rax
	testq	%r13, %r13
	movq	%rax, %r13
	je	.LBB2_8
	movq	32(%rsp), %rax
	vmovups	(%rax), %ymm0
	vmovups	%ymm0, 736(%rsp)
	vmovups	32(%rax), %ymm0
	vmovups	%ymm0, 704(%rsp)
	xorl	%eax, %eax
	vbroadcastss	.LCPI2_0(%rip), %ymm0
	vmovups	%ymm0, 672(%rsp)
	vbroadcastss	.LCPI2_1(%rip), %ymm0
	vmovups	%ymm0, 640(%rsp)
	vbroadcastss	.LCPI2_2(%rip), %ymm0
	vmovups	%ymm0, 608(%rsp)
	vbroadcastss	.LCPI2_3(%rip), %ymm0
	vmovups	%ymm0, 256(%rsp)
	vbroadcastss	.LCPI2_4(%rip), %ymm0
	vmovups	%ymm0, 576(%rsp)
	vbroadcastss	.LCPI2_5(%rip), %ymm0
	vmovups	%ymm0, 544(%rsp)
	vbroadcastss	.LCPI2_6(%rip), %ymm0
	vmovups	%ymm0, 512(%rsp)
	vbroadcastss	.LCPI2_7(%rip), %ymm0
	vmovups	%ymm0, 224(%rsp)
	vbroadcastss	.LCPI2_8(%rip), %ymm0
	vmovups	%ymm0, 480(%rsp)
	vbroadcastss	.LCPI2_9(%rip), %ymm0
	vmovups	%ymm0, 448(%rsp)
	vbroadcastss	.LCPI2_10(%rip), %ymm0
	vmovups	%ymm0, 416(%rsp)
	vbroadcastss	.LCPI2_11(%rip), %ymm0
	vmovups	%ymm0, 384(%rsp)
	vbroadcastss	.LCPI2_12(%rip), %ymm0
	vmovups	%ymm0, 352(%rsp)
	vbroadcastss	.LCPI2_13(%rip), %ymm0
	vmovups	%ymm0, 320(%rsp)
	vbroadcastss	.LCPI2_14(%rip), %ymm0
	vmovups	%ymm0, 192(%rsp)
	vbroadcastss	.LCPI2_15(%rip), %ymm0
	vmovups	%ymm0, 160(%rsp)
	vbroadcastss	.LCPI2_16(%rip), %ymm0
	vmovups	%ymm0, 288(%rsp)
	vbroadcastss	.LCPI2_17(%rip), %ymm0
	vmovups	%ymm0, 128(%rsp)
	vbroadcastss	.LCPI2_18(%rip), %ymm0
	vmovups	%ymm0, 96(%rsp)
	vbroadcastss	.LCPI2_19(%rip), %ymm0
	vmovups	%ymm0, 64(%rsp)
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm0, %xmm0, %xmm0
	movq	24(%rsp), %rdx
	movq	8(%rsp), %rsi
	vmovups	544(%rsp), %ymm5
	vmovups	448(%rsp), %ymm7
	vmovups	416(%rsp), %ymm8
	.p2align	4, 0x90
.LBB2_10:
	vmovups	%ymm0, 32(%rsp)
	vmovups	%ymm1, 864(%rsp)
	movq	%rax, %rcx
	shlq	$6, %rcx
	vmovups	736(%rsp), %ymm0
	vmulps	(%rdx,%rcx), %ymm0, %ymm1
	vmovups	%ymm1, 832(%rsp)
	vmovups	704(%rsp), %ymm0
	vmulps	32(%rdx,%rcx), %ymm0, %ymm3
	vmovups	672(%rsp), %ymm0
	vxorps	%ymm0, %ymm1, %ymm11
	vmovups	640(%rsp), %ymm14
	vcmpltps	%ymm1, %ymm14, %ymm12
	vxorps	%xmm4, %xmm4, %xmm4
	vcmpunordps	%ymm4, %ymm1, %ymm13
	vorps	%ymm12, %ymm13, %ymm12
	vmovups	608(%rsp), %ymm2
	vblendvps	%ymm12, %ymm11, %ymm2, %ymm12
	vmovups	%ymm3, 800(%rsp)
	vxorps	%ymm0, %ymm3, %ymm11
	vcmpltps	%ymm3, %ymm14, %ymm13
	vcmpunordps	%ymm4, %ymm3, %ymm15
	vorps	%ymm13, %ymm15, %ymm13
	vblendvps	%ymm13, %ymm11, %ymm2, %ymm0
	vmovups	%ymm0, 768(%rsp)
	vmovups	256(%rsp), %ymm0
	vminps	%ymm12, %ymm0, %ymm13
	vmovups	576(%rsp), %ymm4
	vmaxps	%ymm13, %ymm4, %ymm13
	vmovups	512(%rsp), %ymm6
	vmovaps	%ymm6, %ymm15
	vfmadd213ps	%ymm5, %ymm13, %ymm15
	vaddps	224(%rsp), %ymm15, %ymm14
	vmovups	480(%rsp), %ymm3
	vfmadd231ps	%ymm3, %ymm14, %ymm13
	vfmadd231ps	%ymm14, %ymm7, %ymm13
	vmovups	384(%rsp), %ymm9
	vmovaps	%ymm9, %ymm14
	vfmadd213ps	%ymm8, %ymm13, %ymm14
	vmovups	352(%rsp), %ymm10
	vfmadd213ps	%ymm10, %ymm13, %ymm14
	vmovups	320(%rsp), %ymm11
	vfmadd213ps	%ymm11, %ymm13, %ymm14
	vfmadd213ps	192(%rsp), %ymm13, %ymm14
	vfmadd213ps	160(%rsp), %ymm13, %ymm14
	vmulps	%ymm13, %ymm13, %ymm0
	vfmadd213ps	%ymm13, %ymm14, %ymm0
	vmovups	288(%rsp), %ymm1
	vaddps	%ymm1, %ymm0, %ymm2
	vpaddd	128(%rsp), %ymm15, %ymm13
	vpsrld	$1, %ymm13, %ymm13
	vpslld	$23, %ymm13, %ymm14
	vpaddd	96(%rsp), %ymm14, %ymm14
	vmulps	%ymm2, %ymm14, %ymm0
	vpsubd	%ymm13, %ymm15, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	64(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI2_20(%rip), %ymm12, %ymm13
	vblendvps	%ymm13, %ymm12, %ymm0, %ymm12
	vmovups	768(%rsp), %ymm2
	vmovups	256(%rsp), %ymm0
	vminps	%ymm2, %ymm0, %ymm0
	vmaxps	%ymm0, %ymm4, %ymm0
	vfmadd213ps	%ymm5, %ymm0, %ymm6
	vaddps	224(%rsp), %ymm6, %ymm14
	vfmadd231ps	%ymm3, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm7, %ymm0
	vfmadd213ps	%ymm8, %ymm0, %ymm9
	vfmadd213ps	%ymm10, %ymm0, %ymm9
	vfmadd213ps	%ymm11, %ymm0, %ymm9
	vfmadd213ps	192(%rsp), %ymm0, %ymm9
	vfmadd213ps	160(%rsp), %ymm0, %ymm9
	vmulps	%ymm0, %ymm0, %ymm15
	vfmadd213ps	%ymm0, %ymm9, %ymm15
	vaddps	%ymm1, %ymm15, %ymm0
	vpaddd	128(%rsp), %ymm6, %ymm14
	vpsrld	$1, %ymm14, %ymm14
	vpslld	$23, %ymm14, %ymm15
	vpaddd	96(%rsp), %ymm15, %ymm15
	vmulps	%ymm0, %ymm15, %ymm0
	vpsubd	%ymm14, %ymm6, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	64(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI2_20(%rip), %ymm2, %ymm13
	vaddps	%ymm1, %ymm12, %ymm12
	vdivps	%ymm12, %ymm1, %ymm12
	vblendvps	%ymm13, %ymm2, %ymm0, %ymm0
	vmulps	832(%rsp), %ymm12, %ymm10
	vaddps	%ymm1, %ymm0, %ymm0
	vdivps	%ymm0, %ymm1, %ymm0
	vmovups	864(%rsp), %ymm1
	vmulps	800(%rsp), %ymm0, %ymm0
	vmovups	%ymm10, (%rsi,%rcx)
	vmovups	%ymm0, 32(%rsi,%rcx)
	vaddps	%ymm1, %ymm10, %ymm1
	vmovups	32(%rsp), %ymm2
	vaddps	%ymm0, %ymm2, %ymm2
	vmovups	%ymm2, 32(%rsp)
	vmovups	32(%rsp), %ymm0
	leaq	1(%rax), %rcx
	cmpq	$195, %rax
	movq	%rcx, %rax
	jb	.LBB2_10
	movq	16(%rsp), %rax
	vmovups	%ymm1, (%rax)
	vmovups	%ymm0, 32(%rax)
	addq	$904, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end2:
	.size	gated_x86_64_v3_k2, .Lfunc_end2-gated_x86_64_v3_k2

	.p2align	4, 0x90
	.type	micro.6x16.at.c16.k1.s29.w16,@function
micro.6x16.at.c16.k1.s29.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB3_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	64(%rdx), %ymm2
	vmovups	96(%rdx), %ymm3
	vmovups	128(%rdx), %ymm4
	vmovups	160(%rdx), %ymm5
	vmovups	192(%rdx), %ymm6
	vmovups	224(%rdx), %ymm7
	vmovups	256(%rdx), %ymm8
	vmovups	288(%rdx), %ymm9
	vmovups	320(%rdx), %ymm10
	vmovups	352(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB3_4
	jmp	.LBB3_10
.LBB3_2:
	leaq	64(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	128(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	192(%rdx), %r14
	movq	%r15, %r13
	leaq	256(%rdx), %r15
	leaq	320(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB3_10
.LBB3_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB3_5
	.p2align	4, 0x90
.LBB3_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB3_10
.LBB3_5:
	leaq	(%r15,%r15,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r15, %r12
	addq	%r15, %r12
	testq	%r14, %r14
	jle	.LBB3_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB3_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB3_7
.LBB3_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB3_9
	.p2align	4, 0x90
.LBB3_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB3_11
	jmp	.LBB3_9
.LBB3_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 64(%rdx)
	vmovups	%ymm3, 96(%rdx)
	vmovups	%ymm4, 128(%rdx)
	vmovups	%ymm5, 160(%rdx)
	vmovups	%ymm6, 192(%rdx)
	vmovups	%ymm7, 224(%rdx)
	vmovups	%ymm8, 256(%rdx)
	vmovups	%ymm9, 288(%rdx)
	vmovups	%ymm10, 320(%rdx)
	vmovups	%ymm11, 352(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end3:
	.size	micro.6x16.at.c16.k1.s29.w16, .Lfunc_end3-micro.6x16.at.c16.k1.s29.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c16.k1.s29.w16,@function
micro.5x16.at.c16.k1.s29.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB4_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	64(%rdx), %ymm2
	vmovups	96(%rdx), %ymm3
	vmovups	128(%rdx), %ymm4
	vmovups	160(%rdx), %ymm5
	vmovups	192(%rdx), %ymm6
	vmovups	224(%rdx), %ymm7
	vmovups	256(%rdx), %ymm8
	vmovups	288(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB4_4
	jmp	.LBB4_10
.LBB4_2:
	leaq	64(%rdx), %rcx
	leaq	128(%rdx), %rax
	leaq	192(%rdx), %rbx
	leaq	256(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB4_10
.LBB4_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB4_5
	.p2align	4, 0x90
.LBB4_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB4_10
.LBB4_5:
	leaq	(%r14,%r14,8), %rax
	leaq	(%rax,%rax,2), %r12
	addq	%r14, %r12
	addq	%r14, %r12
	testq	%r15, %r15
	jle	.LBB4_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB4_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB4_7
.LBB4_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB4_9
	.p2align	4, 0x90
.LBB4_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB4_11
	jmp	.LBB4_9
.LBB4_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 64(%rdx)
	vmovups	%ymm3, 96(%rdx)
	vmovups	%ymm4, 128(%rdx)
	vmovups	%ymm5, 160(%rdx)
	vmovups	%ymm6, 192(%rdx)
	vmovups	%ymm7, 224(%rdx)
	vmovups	%ymm8, 256(%rdx)
	vmovups	%ymm9, 288(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end4:
	.size	micro.5x16.at.c16.k1.s29.w16, .Lfunc_end4-micro.5x16.at.c16.k1.s29.w16

	.hidden	gated_x86_64_v3_k3
	.globl	gated_x86_64_v3_k3
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k3,@function
gated_x86_64_v3_k3:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB5_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$12, %rdx
	movq	%rsi, %rdx
	jb	.LBB5_1
	retq
.Lfunc_end5:
	.size	gated_x86_64_v3_k3, .Lfunc_end5-gated_x86_64_v3_k3

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI6_0:
	.long	0x3ba72f05
	.text
	.hidden	gated_x86_64_v3_k4
	.globl	gated_x86_64_v3_k4
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k4,@function
gated_x86_64_v3_k4:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	vbroadcastss	.LCPI6_0(%rip), %ymm0
	vmulps	(%rax), %ymm0, %ymm1
	vmulps	32(%rax), %ymm0, %ymm0
	vmovups	%ymm1, (%rcx)
	vmovups	%ymm0, 32(%rcx)
	vzeroupper
	retq
.Lfunc_end6:
	.size	gated_x86_64_v3_k4, .Lfunc_end6-gated_x86_64_v3_k4

	.hidden	gated_x86_64_v3_k5
	.globl	gated_x86_64_v3_k5
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k5,@function
gated_x86_64_v3_k5:
	movq	(%rdi), %rcx
	movq	8(%rdi), %rax
	shlq	$8, %rsi
	prefetcht1	512(%rcx,%rsi)
	prefetcht1	576(%rcx,%rsi)
	prefetcht1	640(%rcx,%rsi)
	prefetcht1	704(%rcx,%rsi)
	vmovups	(%rcx,%rsi), %xmm0
	vmovups	64(%rcx,%rsi), %xmm1
	vmovups	128(%rcx,%rsi), %xmm2
	vmovups	192(%rcx,%rsi), %xmm3
	vshufps	$136, %xmm1, %xmm0, %xmm4
	vshufps	$221, %xmm1, %xmm0, %xmm0
	vshufps	$136, %xmm3, %xmm2, %xmm1
	vshufps	$221, %xmm3, %xmm2, %xmm2
	vshufps	$136, %xmm1, %xmm4, %xmm3
	vshufps	$221, %xmm1, %xmm4, %xmm1
	vshufps	$136, %xmm2, %xmm0, %xmm4
	vshufps	$221, %xmm2, %xmm0, %xmm0
	vmovups	%xmm3, (%rax,%rsi)
	vmovups	%xmm4, 16(%rax,%rsi)
	vmovups	%xmm1, 32(%rax,%rsi)
	vmovups	%xmm0, 48(%rax,%rsi)
	vmovups	16(%rcx,%rsi), %xmm0
	vmovups	80(%rcx,%rsi), %xmm1
	vmovups	144(%rcx,%rsi), %xmm2
	vmovups	208(%rcx,%rsi), %xmm3
	vshufps	$136, %xmm1, %xmm0, %xmm4
	vshufps	$221, %xmm1, %xmm0, %xmm0
	vshufps	$136, %xmm3, %xmm2, %xmm1
	vshufps	$221, %xmm3, %xmm2, %xmm2
	vshufps	$136, %xmm1, %xmm4, %xmm3
	vshufps	$221, %xmm1, %xmm4, %xmm1
	vshufps	$136, %xmm2, %xmm0, %xmm4
	vshufps	$221, %xmm2, %xmm0, %xmm0
	vmovups	%xmm3, 64(%rax,%rsi)
	vmovups	%xmm4, 80(%rax,%rsi)
	vmovups	%xmm1, 96(%rax,%rsi)
	vmovups	%xmm0, 112(%rax,%rsi)
	vmovups	32(%rcx,%rsi), %xmm0
	vmovups	96(%rcx,%rsi), %xmm1
	vmovups	160(%rcx,%rsi), %xmm2
	vmovups	224(%rcx,%rsi), %xmm3
	vshufps	$136, %xmm1, %xmm0, %xmm4
	vshufps	$221, %xmm1, %xmm0, %xmm0
	vshufps	$136, %xmm3, %xmm2, %xmm1
	vshufps	$221, %xmm3, %xmm2, %xmm2
	vshufps	$136, %xmm1, %xmm4, %xmm3
	vshufps	$221, %xmm1, %xmm4, %xmm1
	vshufps	$136, %xmm2, %xmm0, %xmm4
	vshufps	$221, %xmm2, %xmm0, %xmm0
	vmovups	%xmm3, 128(%rax,%rsi)
	vmovups	%xmm4, 144(%rax,%rsi)
	vmovups	%xmm1, 160(%rax,%rsi)
	vmovups	%xmm0, 176(%rax,%rsi)
	vmovups	48(%rcx,%rsi), %xmm0
	vmovups	112(%rcx,%rsi), %xmm1
	vmovups	176(%rcx,%rsi), %xmm2
	vmovups	240(%rcx,%rsi), %xmm3
	vshufps	$136, %xmm1, %xmm0, %xmm4
	vshufps	$221, %xmm1, %xmm0, %xmm0
	vshufps	$136, %xmm3, %xmm2, %xmm1
	vshufps	$221, %xmm3, %xmm2, %xmm2
	vshufps	$136, %xmm1, %xmm4, %xmm3
	vshufps	$221, %xmm1, %xmm4, %xmm1
	vshufps	$136, %xmm2, %xmm0, %xmm4
	vshufps	$221, %xmm2, %xmm0, %xmm0
	vmovups	%xmm3, 192(%rax,%rsi)
	vmovups	%xmm4, 208(%rax,%rsi)
	vmovups	%xmm1, 224(%rax,%rsi)
	vmovups	%xmm0, 240(%rax,%rsi)
	retq
.Lfunc_end7:
	.size	gated_x86_64_v3_k5, .Lfunc_end7-gated_x86_64_v3_k5

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI8_0:
	.long	0x80000000
.LCPI8_1:
	.long	0xc2a00000
.LCPI8_2:
	.long	0x42a00000
.LCPI8_3:
	.long	0x42b20000
.LCPI8_4:
	.long	0xc2d00000
.LCPI8_5:
	.long	0x4b400000
.LCPI8_6:
	.long	0x3fb8aa3b
.LCPI8_7:
	.long	0xcb400000
.LCPI8_8:
	.long	0xbf318000
.LCPI8_9:
	.long	0x395e8083
.LCPI8_10:
	.long	0x3ab60b61
.LCPI8_11:
	.long	0x39500d01
.LCPI8_12:
	.long	0x3c088889
.LCPI8_13:
	.long	0x3d2aaaab
.LCPI8_14:
	.long	0x3e2aaaab
.LCPI8_15:
	.long	0x3f000000
.LCPI8_16:
	.long	0x3f800000
.LCPI8_17:
	.long	3032482048
.LCPI8_18:
	.long	4286578688
.LCPI8_19:
	.long	2139095040
	.text
	.hidden	gated_x86_64_v3_k6
	.globl	gated_x86_64_v3_k6
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k6,@function
gated_x86_64_v3_k6:
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	pushq	%rax
	movq	8(%rdi), %rcx
	movq	32(%rdi), %r15
	movq	40(%rdi), %r12
	movq	48(%rdi), %r14
	movq	%rsi, %rax
	shlq	$6, %rax
	addq	(%rdi), %rax
	movq	%rsi, %rbx
	shlq	$8, %rbx
	leaq	(%rcx,%rbx), %r9
	prefetcht1	256(%rcx,%rbx)
	shlq	$4, %rsi
	movq	16(%rdi), %rdx
	addq	%rsi, %rdx
	prefetcht1	320(%rcx,%rbx)
	prefetcht1	384(%rcx,%rbx)
	prefetcht1	448(%rcx,%rbx)
	prefetcht1	(%r12,%rsi)
	movl	$1, %ecx
	movl	$16, %r8d
	movq	%rax, %rdi
	movq	%r9, %rsi
	xorl	%r9d, %r9d
	callq	micro.1x4.a16.c4.k1.s0.w4
	vmovups	(%r15), %xmm0
	vaddps	(%r12), %xmm0, %xmm0
	vbroadcastss	.LCPI8_0(%rip), %xmm1
	vxorps	%xmm1, %xmm0, %xmm2
	vbroadcastss	.LCPI8_1(%rip), %xmm1
	vcmpltps	%xmm0, %xmm1, %xmm3
	vxorps	%xmm8, %xmm8, %xmm8
	vcmpunordps	%xmm0, %xmm8, %xmm4
	vorps	%xmm3, %xmm4, %xmm3
	vbroadcastss	.LCPI8_2(%rip), %xmm4
	vblendvps	%xmm3, %xmm2, %xmm4, %xmm2
	vbroadcastss	.LCPI8_3(%rip), %xmm3
	vminps	%xmm2, %xmm3, %xmm3
	vbroadcastss	.LCPI8_4(%rip), %xmm4
	vmaxps	%xmm3, %xmm4, %xmm4
	vbroadcastss	.LCPI8_5(%rip), %xmm5
	vbroadcastss	.LCPI8_6(%rip), %xmm3
	vfmadd213ps	%xmm5, %xmm4, %xmm3
	vbroadcastss	.LCPI8_7(%rip), %xmm5
	vaddps	%xmm5, %xmm3, %xmm5
	vbroadcastss	.LCPI8_8(%rip), %xmm6
	vfmadd213ps	%xmm4, %xmm5, %xmm6
	vbroadcastss	.LCPI8_9(%rip), %xmm4
	vfmadd213ps	%xmm6, %xmm5, %xmm4
	vbroadcastss	.LCPI8_10(%rip), %xmm5
	vbroadcastss	.LCPI8_11(%rip), %xmm6
	vfmadd213ps	%xmm5, %xmm4, %xmm6
	vbroadcastss	.LCPI8_12(%rip), %xmm5
	vfmadd231ps	%xmm6, %xmm4, %xmm5
	vbroadcastss	.LCPI8_13(%rip), %xmm6
	vfmadd231ps	%xmm5, %xmm4, %xmm6
	vbroadcastss	.LCPI8_14(%rip), %xmm5
	vfmadd231ps	%xmm6, %xmm4, %xmm5
	vbroadcastss	.LCPI8_15(%rip), %xmm6
	vfmadd231ps	%xmm5, %xmm4, %xmm6
	vmulps	%xmm4, %xmm4, %xmm5
	vfmadd213ps	%xmm4, %xmm6, %xmm5
	vbroadcastss	.LCPI8_16(%rip), %xmm4
	vaddps	%xmm4, %xmm5, %xmm5
	vpbroadcastd	.LCPI8_17(%rip), %xmm6
	vpaddd	%xmm6, %xmm3, %xmm6
	vpsrld	$1, %xmm6, %xmm6
	vpslld	$23, %xmm6, %xmm7
	vpbroadcastd	.LCPI8_18(%rip), %xmm1
	vpaddd	%xmm1, %xmm7, %xmm1
	vmulps	%xmm1, %xmm5, %xmm1
	vpsubd	%xmm6, %xmm3, %xmm3
	vpslld	$23, %xmm3, %xmm3
	vpbroadcastd	.LCPI8_19(%rip), %xmm5
	vpaddd	%xmm5, %xmm3, %xmm3
	vmulps	%xmm3, %xmm1, %xmm1
	vcmpunordps	%xmm2, %xmm8, %xmm3
	vblendvps	%xmm3, %xmm2, %xmm1, %xmm1
	vaddps	%xmm4, %xmm1, %xmm1
	vdivps	%xmm1, %xmm4, %xmm1
	vmulps	%xmm1, %xmm0, %xmm0
	vmovups	%xmm0, (%r14)
	addq	$8, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	retq
.Lfunc_end8:
	.size	gated_x86_64_v3_k6, .Lfunc_end8-gated_x86_64_v3_k6

	.p2align	4, 0x90
	.type	micro.1x4.a16.c4.k1.s0.w4,@function
micro.1x4.a16.c4.k1.s0.w4:
	testq	%r9, %r9
	je	.LBB9_2
	vmovups	(%rdx), %xmm0
	testq	%rcx, %rcx
	jg	.LBB9_4
	jmp	.LBB9_10
.LBB9_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	testq	%rcx, %rcx
	jle	.LBB9_10
.LBB9_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB9_5
	.p2align	4, 0x90
.LBB9_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB9_10
.LBB9_5:
	testq	%r10, %r10
	jle	.LBB9_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB9_7:
	vbroadcastss	(%rdi,%rax,4), %xmm1
	vfmadd132ps	(%rsi), %xmm0, %xmm1
	vbroadcastss	4(%rdi,%rax,4), %xmm0
	vfmadd132ps	16(%rsi), %xmm1, %xmm0
	vbroadcastss	8(%rdi,%rax,4), %xmm1
	vfmadd132ps	32(%rsi), %xmm0, %xmm1
	vbroadcastss	12(%rdi,%rax,4), %xmm0
	vfmadd132ps	48(%rsi), %xmm1, %xmm0
	addq	$64, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB9_7
.LBB9_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB9_9
	.p2align	4, 0x90
.LBB9_11:
	vbroadcastss	(%rdi,%rax,4), %xmm1
	vfmadd231ps	(%rsi), %xmm1, %xmm0
	addq	$16, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB9_11
	jmp	.LBB9_9
.LBB9_10:
	vmovups	%xmm0, (%rdx)
	retq
.Lfunc_end9:
	.size	micro.1x4.a16.c4.k1.s0.w4, .Lfunc_end9-micro.1x4.a16.c4.k1.s0.w4

	.hidden	gated_x86_64_v3_k7
	.globl	gated_x86_64_v3_k7
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k7,@function
gated_x86_64_v3_k7:
	shlq	$8, %rsi
	movq	(%rdi), %rax
	addq	%rsi, %rax
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB10_1:
	movq	%rcx, %rdx
	shlq	$6, %rdx
	vmovss	(%rax,%rcx,4), %xmm0
	vmovss	64(%rax,%rcx,4), %xmm1
	vinsertps	$16, 16(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$32, 32(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$48, 48(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$16, 80(%rax,%rcx,4), %xmm1, %xmm1
	vinsertps	$32, 96(%rax,%rcx,4), %xmm1, %xmm1
	vinsertps	$48, 112(%rax,%rcx,4), %xmm1, %xmm1
	vmovups	%xmm1, 16(%rsi,%rdx)
	vmovups	%xmm0, (%rsi,%rdx)
	vmovss	128(%rax,%rcx,4), %xmm0
	vmovss	192(%rax,%rcx,4), %xmm1
	vinsertps	$16, 144(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$32, 160(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$48, 176(%rax,%rcx,4), %xmm0, %xmm0
	vinsertps	$16, 208(%rax,%rcx,4), %xmm1, %xmm1
	vinsertps	$32, 224(%rax,%rcx,4), %xmm1, %xmm1
	vinsertps	$48, 240(%rax,%rcx,4), %xmm1, %xmm1
	vmovups	%xmm1, 48(%rsi,%rdx)
	vmovups	%xmm0, 32(%rsi,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$3, %rcx
	movq	%rdx, %rcx
	jb	.LBB10_1
	retq
.Lfunc_end10:
	.size	gated_x86_64_v3_k7, .Lfunc_end10-gated_x86_64_v3_k7

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI11_0:
	.long	0x80000000
.LCPI11_1:
	.long	0xc2a00000
.LCPI11_2:
	.long	0x42a00000
.LCPI11_3:
	.long	0x42b20000
.LCPI11_4:
	.long	0xc2d00000
.LCPI11_5:
	.long	0x4b400000
.LCPI11_6:
	.long	0x3fb8aa3b
.LCPI11_7:
	.long	0xcb400000
.LCPI11_8:
	.long	0xbf318000
.LCPI11_9:
	.long	0x395e8083
.LCPI11_10:
	.long	0x3ab60b61
.LCPI11_11:
	.long	0x39500d01
.LCPI11_12:
	.long	0x3c088889
.LCPI11_13:
	.long	0x3d2aaaab
.LCPI11_14:
	.long	0x3e2aaaab
.LCPI11_15:
	.long	0x3f000000
.LCPI11_16:
	.long	0x3f800000
.LCPI11_17:
	.long	3032482048
.LCPI11_18:
	.long	4286578688
.LCPI11_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI11_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k8
	.globl	gated_x86_64_v3_k8
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k8,@function
gated_x86_64_v3_k8:
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	subq	$200, %rsp
	movq	8(%rdi), %rcx
	movq	32(%rdi), %r15
	movq	40(%rdi), %r12
	movq	48(%rdi), %r14
	movq	%rsi, %rax
	shlq	$4, %rax
	addq	(%rdi), %rax
	movq	%rsi, %rbx
	shlq	$8, %rbx
	leaq	(%rcx,%rbx), %r9
	prefetcht1	256(%rcx,%rbx)
	shlq	$6, %rsi
	movq	16(%rdi), %rdx
	addq	%rsi, %rdx
	prefetcht1	320(%rcx,%rbx)
	prefetcht1	384(%rcx,%rbx)
	prefetcht1	448(%rcx,%rbx)
	prefetcht1	(%r12,%rsi)
	movl	$1, %ecx
	movl	$4, %r8d
	movq	%rax, %rdi
	movq	%r9, %rsi
	xorl	%r9d, %r9d
	callq	micro.1x16.a4.c16.k1.s0.w16
	vmovups	(%r15), %ymm0
	vaddps	(%r12), %ymm0, %ymm0
	vmovups	32(%r15), %ymm1
	vaddps	32(%r12), %ymm1, %ymm1
	vbroadcastss	.LCPI11_0(%rip), %ymm2
	vxorps	%ymm2, %ymm0, %ymm3
	vxorps	%ymm2, %ymm1, %ymm2
	vbroadcastss	.LCPI11_1(%rip), %ymm5
	vcmpltps	%ymm0, %ymm5, %ymm4
	vxorps	%xmm7, %xmm7, %xmm7
	vcmpunordps	%ymm7, %ymm0, %ymm0
	vorps	%ymm4, %ymm0, %ymm0
	vbroadcastss	.LCPI11_2(%rip), %ymm6
	vblendvps	%ymm0, %ymm3, %ymm6, %ymm9
	vcmpltps	%ymm1, %ymm5, %ymm0
	vcmpunordps	%ymm7, %ymm1, %ymm1
	vorps	%ymm0, %ymm1, %ymm0
	vblendvps	%ymm0, %ymm2, %ymm6, %ymm0
	vmovups	%ymm0, 160(%rsp)
	vbroadcastss	.LCPI11_3(%rip), %ymm0
	vmovups	%ymm0, 128(%rsp)
	vminps	%ymm9, %ymm0, %ymm0
	vbroadcastss	.LCPI11_4(%rip), %ymm1
	vmovups	%ymm1, 96(%rsp)
	vmaxps	%ymm0, %ymm1, %ymm1
	vbroadcastss	.LCPI11_5(%rip), %ymm0
	vmovups	%ymm0, 64(%rsp)
	vbroadcastss	.LCPI11_6(%rip), %ymm4
	vmovaps	%ymm4, %ymm2
	vfmadd213ps	%ymm0, %ymm1, %ymm2
	vbroadcastss	.LCPI11_7(%rip), %ymm0
	vmovups	%ymm0, 32(%rsp)
	vaddps	%ymm0, %ymm2, %ymm5
	vbroadcastss	.LCPI11_8(%rip), %ymm3
	vfmadd231ps	%ymm3, %ymm5, %ymm1
	vbroadcastss	.LCPI11_9(%rip), %ymm0
	vmovups	%ymm0, (%rsp)
	vfmadd231ps	%ymm5, %ymm0, %ymm1
	vbroadcastss	.LCPI11_10(%rip), %ymm12
	vbroadcastss	.LCPI11_11(%rip), %ymm5
	vmovaps	%ymm5, %ymm6
	vfmadd213ps	%ymm12, %ymm1, %ymm6
	vbroadcastss	.LCPI11_12(%rip), %ymm13
	vfmadd213ps	%ymm13, %ymm1, %ymm6
	vbroadcastss	.LCPI11_13(%rip), %ymm14
	vfmadd213ps	%ymm14, %ymm1, %ymm6
	vbroadcastss	.LCPI11_14(%rip), %ymm15
	vfmadd213ps	%ymm15, %ymm1, %ymm6
	vbroadcastss	.LCPI11_15(%rip), %ymm11
	vfmadd213ps	%ymm11, %ymm1, %ymm6
	vmulps	%ymm1, %ymm1, %ymm7
	vfmadd213ps	%ymm1, %ymm6, %ymm7
	vbroadcastss	.LCPI11_16(%rip), %ymm6
	vaddps	%ymm6, %ymm7, %ymm8
	vpbroadcastd	.LCPI11_17(%rip), %ymm10
	vpaddd	%ymm2, %ymm10, %ymm7
	vpsrld	$1, %ymm7, %ymm0
	vpslld	$23, %ymm0, %ymm1
	vpbroadcastd	.LCPI11_18(%rip), %ymm7
	vpaddd	%ymm7, %ymm1, %ymm1
	vmulps	%ymm1, %ymm8, %ymm1
	vpsubd	%ymm0, %ymm2, %ymm0
	vpslld	$23, %ymm0, %ymm0
	vpbroadcastd	.LCPI11_19(%rip), %ymm2
	vpaddd	%ymm2, %ymm0, %ymm0
	vmulps	%ymm0, %ymm1, %ymm0
	vcmpunordps	.LCPI11_20(%rip), %ymm9, %ymm1
	vblendvps	%ymm1, %ymm9, %ymm0, %ymm0
	vmovups	160(%rsp), %ymm9
	vmovups	128(%rsp), %ymm1
	vminps	%ymm9, %ymm1, %ymm1
	vmovups	96(%rsp), %ymm8
	vmaxps	%ymm1, %ymm8, %ymm1
	vfmadd213ps	64(%rsp), %ymm1, %ymm4
	vaddps	32(%rsp), %ymm4, %ymm8
	vfmadd213ps	%ymm1, %ymm8, %ymm3
	vfmadd231ps	(%rsp), %ymm8, %ymm3
	vfmadd213ps	%ymm12, %ymm3, %ymm5
	vfmadd213ps	%ymm13, %ymm3, %ymm5
	vfmadd213ps	%ymm14, %ymm3, %ymm5
	vfmadd213ps	%ymm15, %ymm3, %ymm5
	vfmadd213ps	%ymm11, %ymm3, %ymm5
	vmulps	%ymm3, %ymm3, %ymm1
	vfmadd213ps	%ymm3, %ymm5, %ymm1
	vpaddd	%ymm4, %ymm10, %ymm3
	vpsrld	$1, %ymm3, %ymm3
	vpslld	$23, %ymm3, %ymm5
	vpaddd	%ymm7, %ymm5, %ymm5
	vaddps	%ymm6, %ymm1, %ymm1
	vmulps	%ymm5, %ymm1, %ymm1
	vpsubd	%ymm3, %ymm4, %ymm3
	vpslld	$23, %ymm3, %ymm3
	vpaddd	%ymm2, %ymm3, %ymm2
	vmulps	%ymm2, %ymm1, %ymm1
	vcmpunordps	.LCPI11_20(%rip), %ymm9, %ymm2
	vblendvps	%ymm2, %ymm9, %ymm1, %ymm1
	vaddps	%ymm6, %ymm0, %ymm0
	vdivps	%ymm0, %ymm6, %ymm0
	vaddps	%ymm6, %ymm1, %ymm1
	vdivps	%ymm1, %ymm6, %ymm1
	vmovups	%ymm0, (%r14)
	vmovups	%ymm1, 32(%r14)
	addq	$200, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end11:
	.size	gated_x86_64_v3_k8, .Lfunc_end11-gated_x86_64_v3_k8

	.p2align	4, 0x90
	.type	micro.1x16.a4.c16.k1.s0.w16,@function
micro.1x16.a4.c16.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB12_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB12_4
	jmp	.LBB12_10
.LBB12_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB12_10
.LBB12_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB12_5
	.p2align	4, 0x90
.LBB12_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB12_10
.LBB12_5:
	testq	%r10, %r10
	jle	.LBB12_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB12_7:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	vbroadcastss	4(%rdi,%rax,4), %ymm2
	vfmadd231ps	64(%rsi), %ymm2, %ymm0
	vfmadd231ps	96(%rsi), %ymm2, %ymm1
	vbroadcastss	8(%rdi,%rax,4), %ymm2
	vfmadd231ps	128(%rsi), %ymm2, %ymm0
	vfmadd231ps	160(%rsi), %ymm2, %ymm1
	vbroadcastss	12(%rdi,%rax,4), %ymm2
	vfmadd231ps	192(%rsi), %ymm2, %ymm0
	vfmadd231ps	224(%rsi), %ymm2, %ymm1
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB12_7
.LBB12_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB12_9
	.p2align	4, 0x90
.LBB12_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB12_11
	jmp	.LBB12_9
.LBB12_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end12:
	.size	micro.1x16.a4.c16.k1.s0.w16, .Lfunc_end12-micro.1x16.a4.c16.k1.s0.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI13_0:
	.long	0x3727c5ac
.LCPI13_1:
	.long	0x3f800000
	.text
	.hidden	gated_x86_64_v3_k9
	.globl	gated_x86_64_v3_k9
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k9,@function
gated_x86_64_v3_k9:
	movq	(%rdi), %rax
	vbroadcastss	.LCPI13_0(%rip), %ymm0
	vaddps	(%rax), %ymm0, %ymm1
	vaddps	32(%rax), %ymm0, %ymm2
	vaddps	64(%rax), %ymm0, %ymm3
	vaddps	96(%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI13_1(%rip), %ymm4
	vdivps	%ymm1, %ymm4, %ymm1
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm4, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm4, %ymm3
	movq	8(%rdi), %rax
	vsqrtps	%ymm0, %ymm0
	movq	16(%rdi), %rcx
	vdivps	%ymm0, %ymm4, %ymm0
	vmulps	(%rax), %ymm1, %ymm1
	vmulps	32(%rax), %ymm2, %ymm2
	vmulps	64(%rax), %ymm3, %ymm3
	vmulps	96(%rax), %ymm0, %ymm0
	vmovups	%ymm1, (%rcx)
	vmovups	%ymm2, 32(%rcx)
	vmovups	%ymm3, 64(%rcx)
	vmovups	%ymm0, 96(%rcx)
	vzeroupper
	retq
.Lfunc_end13:
	.size	gated_x86_64_v3_k9, .Lfunc_end13-gated_x86_64_v3_k9

	.hidden	gated_x86_64_v3_k10
	.globl	gated_x86_64_v3_k10
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k10,@function
gated_x86_64_v3_k10:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movq	%rsi, %rcx
	andq	$-128, %rcx
	addq	(%rdi), %rcx
	andl	$64, %esi
	addq	%rcx, %rsi
	shlq	$10, %rax
	addq	8(%rdi), %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB14_1:
	movq	%rcx, %rdx
	shlq	$7, %rdx
	movq	%rcx, %rdi
	shlq	$6, %rdi
	vmovups	(%rsi,%rdx), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rsi,%rdx), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rcx), %rdx
	cmpq	$143, %rcx
	movq	%rdx, %rcx
	jb	.LBB14_1
	vzeroupper
	retq
.Lfunc_end14:
	.size	gated_x86_64_v3_k10, .Lfunc_end14-gated_x86_64_v3_k10

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI15_0:
	.long	0x80000000
.LCPI15_1:
	.long	0xc2a00000
.LCPI15_2:
	.long	0x42a00000
.LCPI15_3:
	.long	0x42b20000
.LCPI15_4:
	.long	0xc2d00000
.LCPI15_5:
	.long	0x4b400000
.LCPI15_6:
	.long	0x3fb8aa3b
.LCPI15_7:
	.long	0xcb400000
.LCPI15_8:
	.long	0xbf318000
.LCPI15_9:
	.long	0x395e8083
.LCPI15_10:
	.long	0x3ab60b61
.LCPI15_11:
	.long	0x39500d01
.LCPI15_12:
	.long	0x3c088889
.LCPI15_13:
	.long	0x3d2aaaab
.LCPI15_14:
	.long	0x3e2aaaab
.LCPI15_15:
	.long	0x3f000000
.LCPI15_16:
	.long	0x3f800000
.LCPI15_17:
	.long	3032482048
.LCPI15_18:
	.long	4286578688
.LCPI15_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI15_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k11
	.globl	gated_x86_64_v3_k11
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k11,@function
gated_x86_64_v3_k11:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$936, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 16(%rsp)
	imulq	$14464, %rdx, %r14
	addq	24(%rdi), %r14
	movq	32(%rdi), %rax
	movq	40(%rdi), %r9
	movq	48(%rdi), %rcx
	movq	%rcx, 88(%rsp)
	movq	56(%rdi), %rcx
	movq	%rcx, 96(%rsp)
	movq	64(%rdi), %rcx
	movq	%rcx, 72(%rsp)
	movq	80(%rdi), %rcx
	movq	%rcx, 80(%rsp)
	leaq	(%rsi,%rsi,8), %r15
	movl	%esi, %r10d
	andl	$1, %r10d
	movq	%r10, %rcx
	shlq	$4, %rcx
	movq	%rcx, 64(%rsp)
	shlq	$10, %r15
	addq	8(%rdi), %r15
	xorl	%r12d, %r12d
	vxorps	%xmm0, %xmm0, %xmm0
	movabsq	$6023426636313322977, %r8
	xorl	%edi, %edi
	jmp	.LBB15_1
	.p2align	4, 0x90
.LBB15_5:
	leaq	1(%rdi), %rcx
	cmpq	$14, %rdi
	movq	%rcx, %rdi
	jae	.LBB15_6
.LBB15_1:
	imulq	$960, %rdi, %rsi
	addq	%r14, %rsi
	leaq	-1(%rdi), %rdx
	movl	$0, %ecx
	movl	$0, %ebx
	cmpq	$14, %rdx
	jae	.LBB15_16
	.p2align	4, 0x90
.LBB15_2:
	vmovups	%ymm0, (%rsi,%rcx,4)
	leaq	8(%rcx), %rbx
	testq	%rcx, %rcx
	movq	%rbx, %rcx
	je	.LBB15_2
	movq	%rdx, %rcx
	shlq	$4, %rcx
	subq	%rdx, %rcx
	subq	%rdx, %rcx
	addq	$64, %rsi
	movq	%rcx, %rdx
	shrq	$2, %rdx
	mulxq	%r8, %rdx, %rdx
	shrq	$4, %rdx
	imulq	$196, %rdx, %rdx
	subq	%rdx, %rcx
	vmovups	(%r9), %ymm1
	vmovups	32(%r9), %ymm2
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB15_4:
	leaq	(%rcx,%rbp), %rbx
	shlq	$6, %rbx
	vmulps	(%rax,%rbx), %ymm1, %ymm3
	vmulps	32(%rax,%rbx), %ymm2, %ymm4
	movq	%rbp, %rdx
	shlq	$6, %rdx
	vmovups	%ymm3, (%rsi,%rdx)
	vmovups	%ymm4, 32(%rsi,%rdx)
	leaq	1(%rbp), %rdx
	cmpq	$13, %rbp
	movq	%rdx, %rbp
	jb	.LBB15_4
	jmp	.LBB15_5
	.p2align	4, 0x90
.LBB15_16:
	vmovups	%ymm0, (%rsi,%rbx,4)
	leaq	8(%rbx), %rcx
	cmpq	$232, %rbx
	movq	%rcx, %rbx
	jb	.LBB15_16
	jmp	.LBB15_5
.LBB15_6:
	leaq	9216(%r15), %rbp
	xorl	%r13d, %r13d
	shlq	$6, %r10
	movq	%r10, 56(%rsp)
	addq	%r10, 16(%rsp)
	leaq	table.1(%rip), %rbx
	.p2align	4, 0x90
.LBB15_7:
	movq	%r12, %rax
	shlq	$10, %rax
	addq	%r15, %rax
	addq	$9216, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB15_8:
	movq	%rcx, %rdx
	shlq	$9, %rdx
	prefetcht1	(%rax,%rdx)
	prefetcht1	64(%rax,%rdx)
	prefetcht1	128(%rax,%rdx)
	prefetcht1	192(%rax,%rdx)
	prefetcht1	256(%rax,%rdx)
	prefetcht1	320(%rax,%rdx)
	prefetcht1	384(%rax,%rdx)
	prefetcht1	448(%rax,%rdx)
	leaq	1(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB15_8
	leaq	(%r12,%r12,2), %rcx
	movq	%rcx, %rdx
	shlq	$8, %rdx
	addq	16(%rsp), %rdx
	shlq	$4, %rcx
	addq	%rbx, %rcx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$48, %r9d
	movq	%r14, %rdi
	movq	%r15, %rsi
	vzeroupper
	callq	micro.6x16.at.c32.k1.s240.w16
	leaq	1(%r12), %rax
	cmpq	$3, %r12
	movq	%rax, %r12
	jb	.LBB15_7
	.p2align	4, 0x90
.LBB15_10:
	leaq	24(,%r13,4), %rdx
	addq	%r13, %rdx
	movq	%r13, %rax
	shlq	$10, %rax
	addq	%rbp, %rax
	addq	$4096, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB15_11:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	testq	%rcx, %rcx
	movq	%rsi, %rcx
	je	.LBB15_11
	leaq	(%rbx,%rdx,8), %rcx
	shlq	$7, %rdx
	addq	16(%rsp), %rdx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$48, %r9d
	movq	%r14, %rdi
	movq	%r15, %rsi
	callq	micro.5x16.at.c32.k1.s240.w16
	leaq	1(%r13), %rax
	cmpq	$4, %r13
	movq	%rax, %r13
	jb	.LBB15_10
	movq	56(%rsp), %r8
	movq	96(%rsp), %rcx
	vmovups	(%rcx,%r8), %ymm0
	vmovups	%ymm0, 768(%rsp)
	movq	64(%rsp), %rbx
	movq	%rbx, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm0
	vmovups	%ymm0, 736(%rsp)
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI15_0(%rip), %ymm0
	vmovups	%ymm0, 704(%rsp)
	vbroadcastss	.LCPI15_1(%rip), %ymm0
	vmovups	%ymm0, 672(%rsp)
	vbroadcastss	.LCPI15_2(%rip), %ymm0
	vmovups	%ymm0, 640(%rsp)
	vbroadcastss	.LCPI15_3(%rip), %ymm0
	vmovups	%ymm0, 96(%rsp)
	vbroadcastss	.LCPI15_4(%rip), %ymm0
	vmovups	%ymm0, 608(%rsp)
	vbroadcastss	.LCPI15_5(%rip), %ymm0
	vmovups	%ymm0, 576(%rsp)
	vbroadcastss	.LCPI15_6(%rip), %ymm0
	vmovups	%ymm0, 544(%rsp)
	vbroadcastss	.LCPI15_7(%rip), %ymm0
	vmovups	%ymm0, 288(%rsp)
	vbroadcastss	.LCPI15_8(%rip), %ymm0
	vmovups	%ymm0, 512(%rsp)
	vbroadcastss	.LCPI15_9(%rip), %ymm0
	vmovups	%ymm0, 480(%rsp)
	vbroadcastss	.LCPI15_10(%rip), %ymm0
	vmovups	%ymm0, 448(%rsp)
	vbroadcastss	.LCPI15_11(%rip), %ymm0
	vmovups	%ymm0, 416(%rsp)
	vbroadcastss	.LCPI15_12(%rip), %ymm0
	vmovups	%ymm0, 384(%rsp)
	vbroadcastss	.LCPI15_13(%rip), %ymm0
	vmovups	%ymm0, 352(%rsp)
	vbroadcastss	.LCPI15_14(%rip), %ymm0
	vmovups	%ymm0, 256(%rsp)
	vbroadcastss	.LCPI15_15(%rip), %ymm0
	vmovups	%ymm0, 224(%rsp)
	vbroadcastss	.LCPI15_16(%rip), %ymm0
	vmovups	%ymm0, 320(%rsp)
	vbroadcastss	.LCPI15_17(%rip), %ymm0
	vmovups	%ymm0, 192(%rsp)
	vbroadcastss	.LCPI15_18(%rip), %ymm0
	vmovups	%ymm0, 160(%rsp)
	vbroadcastss	.LCPI15_19(%rip), %ymm0
	vmovups	%ymm0, 128(%rsp)
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm0, %xmm0, %xmm0
	movq	88(%rsp), %rdi
	movq	72(%rsp), %rbp
	vmovups	576(%rsp), %ymm5
	vmovups	480(%rsp), %ymm7
	vmovups	448(%rsp), %ymm8
	.p2align	4, 0x90
.LBB15_14:
	vmovups	%ymm0, 16(%rsp)
	vmovups	%ymm1, 896(%rsp)
	movq	%rcx, %rdx
	shlq	$5, %rdx
	leaq	(%rdx,%rbx), %rsi
	orq	%rax, %rdx
	vmovups	768(%rsp), %ymm0
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm1
	vmovups	%ymm1, 864(%rsp)
	vmovups	736(%rsp), %ymm0
	vmulps	(%rdi,%rdx,4), %ymm0, %ymm3
	vmovups	704(%rsp), %ymm0
	vxorps	%ymm0, %ymm1, %ymm11
	vmovups	672(%rsp), %ymm14
	vcmpltps	%ymm1, %ymm14, %ymm12
	vxorps	%xmm4, %xmm4, %xmm4
	vcmpunordps	%ymm4, %ymm1, %ymm13
	vorps	%ymm12, %ymm13, %ymm12
	vmovups	640(%rsp), %ymm2
	vblendvps	%ymm12, %ymm11, %ymm2, %ymm12
	vmovups	%ymm3, 832(%rsp)
	vxorps	%ymm0, %ymm3, %ymm11
	vcmpltps	%ymm3, %ymm14, %ymm13
	vcmpunordps	%ymm4, %ymm3, %ymm15
	vorps	%ymm13, %ymm15, %ymm13
	vblendvps	%ymm13, %ymm11, %ymm2, %ymm0
	vmovups	%ymm0, 800(%rsp)
	vmovups	96(%rsp), %ymm0
	vminps	%ymm12, %ymm0, %ymm13
	vmovups	608(%rsp), %ymm4
	vmaxps	%ymm13, %ymm4, %ymm13
	vmovups	544(%rsp), %ymm6
	vmovaps	%ymm6, %ymm15
	vfmadd213ps	%ymm5, %ymm13, %ymm15
	vaddps	288(%rsp), %ymm15, %ymm14
	vmovups	512(%rsp), %ymm3
	vfmadd231ps	%ymm3, %ymm14, %ymm13
	vfmadd231ps	%ymm14, %ymm7, %ymm13
	vmovups	416(%rsp), %ymm9
	vmovaps	%ymm9, %ymm14
	vfmadd213ps	%ymm8, %ymm13, %ymm14
	vmovups	384(%rsp), %ymm10
	vfmadd213ps	%ymm10, %ymm13, %ymm14
	vmovups	352(%rsp), %ymm11
	vfmadd213ps	%ymm11, %ymm13, %ymm14
	vfmadd213ps	256(%rsp), %ymm13, %ymm14
	vfmadd213ps	224(%rsp), %ymm13, %ymm14
	vmulps	%ymm13, %ymm13, %ymm0
	vfmadd213ps	%ymm13, %ymm14, %ymm0
	vmovups	320(%rsp), %ymm1
	vaddps	%ymm1, %ymm0, %ymm2
	vpaddd	192(%rsp), %ymm15, %ymm13
	vpsrld	$1, %ymm13, %ymm13
	vpslld	$23, %ymm13, %ymm14
	vpaddd	160(%rsp), %ymm14, %ymm14
	vmulps	%ymm2, %ymm14, %ymm0
	vpsubd	%ymm13, %ymm15, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	128(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI15_20(%rip), %ymm12, %ymm13
	vblendvps	%ymm13, %ymm12, %ymm0, %ymm12
	vmovups	800(%rsp), %ymm2
	vmovups	96(%rsp), %ymm0
	vminps	%ymm2, %ymm0, %ymm0
	vmaxps	%ymm0, %ymm4, %ymm0
	vfmadd213ps	%ymm5, %ymm0, %ymm6
	vaddps	288(%rsp), %ymm6, %ymm14
	vfmadd231ps	%ymm3, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm7, %ymm0
	vfmadd213ps	%ymm8, %ymm0, %ymm9
	vfmadd213ps	%ymm10, %ymm0, %ymm9
	vfmadd213ps	%ymm11, %ymm0, %ymm9
	vfmadd213ps	256(%rsp), %ymm0, %ymm9
	vfmadd213ps	224(%rsp), %ymm0, %ymm9
	vmulps	%ymm0, %ymm0, %ymm15
	vfmadd213ps	%ymm0, %ymm9, %ymm15
	vaddps	%ymm1, %ymm15, %ymm0
	vpaddd	192(%rsp), %ymm6, %ymm14
	vpsrld	$1, %ymm14, %ymm14
	vpslld	$23, %ymm14, %ymm15
	vpaddd	160(%rsp), %ymm15, %ymm15
	vmulps	%ymm0, %ymm15, %ymm0
	vpsubd	%ymm14, %ymm6, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	128(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI15_20(%rip), %ymm2, %ymm13
	vaddps	%ymm1, %ymm12, %ymm12
	vdivps	%ymm12, %ymm1, %ymm12
	vblendvps	%ymm13, %ymm2, %ymm0, %ymm0
	vmulps	864(%rsp), %ymm12, %ymm10
	vaddps	%ymm1, %ymm0, %ymm0
	vdivps	%ymm0, %ymm1, %ymm0
	vmovups	896(%rsp), %ymm1
	vmulps	832(%rsp), %ymm0, %ymm0
	vmovups	%ymm10, (%rbp,%rsi,4)
	vmovups	%ymm0, (%rbp,%rdx,4)
	vaddps	%ymm1, %ymm10, %ymm1
	vmovups	16(%rsp), %ymm2
	vaddps	%ymm0, %ymm2, %ymm2
	vmovups	%ymm2, 16(%rsp)
	vmovups	16(%rsp), %ymm0
	leaq	1(%rcx), %rdx
	cmpq	$48, %rcx
	movq	%rdx, %rcx
	jb	.LBB15_14
	movq	80(%rsp), %rcx
	vmovups	%ymm1, (%rcx,%r8)
	vmovups	%ymm0, (%rcx,%rax,4)
	addq	$936, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end15:
	.size	gated_x86_64_v3_k11, .Lfunc_end15-gated_x86_64_v3_k11

	.p2align	4, 0x90
	.type	micro.6x16.at.c32.k1.s240.w16,@function
micro.6x16.at.c32.k1.s240.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB16_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	vmovups	640(%rdx), %ymm10
	vmovups	672(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB16_4
	jmp	.LBB16_10
.LBB16_2:
	leaq	128(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	256(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	384(%rdx), %r14
	movq	%r15, %r13
	leaq	512(%rdx), %r15
	leaq	640(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB16_10
.LBB16_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB16_5
	.p2align	4, 0x90
.LBB16_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB16_10
.LBB16_5:
	imulq	$240, %r15, %r12
	testq	%r14, %r14
	jle	.LBB16_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB16_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB16_7
.LBB16_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB16_9
	.p2align	4, 0x90
.LBB16_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB16_11
	jmp	.LBB16_9
.LBB16_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	vmovups	%ymm10, 640(%rdx)
	vmovups	%ymm11, 672(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end16:
	.size	micro.6x16.at.c32.k1.s240.w16, .Lfunc_end16-micro.6x16.at.c32.k1.s240.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c32.k1.s240.w16,@function
micro.5x16.at.c32.k1.s240.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB17_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	128(%rdx), %ymm2
	vmovups	160(%rdx), %ymm3
	vmovups	256(%rdx), %ymm4
	vmovups	288(%rdx), %ymm5
	vmovups	384(%rdx), %ymm6
	vmovups	416(%rdx), %ymm7
	vmovups	512(%rdx), %ymm8
	vmovups	544(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB17_4
	jmp	.LBB17_10
.LBB17_2:
	leaq	128(%rdx), %rcx
	leaq	256(%rdx), %rax
	leaq	384(%rdx), %rbx
	leaq	512(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB17_10
.LBB17_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB17_5
	.p2align	4, 0x90
.LBB17_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB17_10
.LBB17_5:
	imulq	$240, %r14, %r12
	testq	%r15, %r15
	jle	.LBB17_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB17_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB17_7
.LBB17_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB17_9
	.p2align	4, 0x90
.LBB17_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB17_11
	jmp	.LBB17_9
.LBB17_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 128(%rdx)
	vmovups	%ymm3, 160(%rdx)
	vmovups	%ymm4, 256(%rdx)
	vmovups	%ymm5, 288(%rdx)
	vmovups	%ymm6, 384(%rdx)
	vmovups	%ymm7, 416(%rdx)
	vmovups	%ymm8, 512(%rdx)
	vmovups	%ymm9, 544(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end17:
	.size	micro.5x16.at.c32.k1.s240.w16, .Lfunc_end17-micro.5x16.at.c32.k1.s240.w16

	.hidden	gated_x86_64_v3_k12
	.globl	gated_x86_64_v3_k12
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k12,@function
gated_x86_64_v3_k12:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB18_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$28, %rdx
	movq	%rsi, %rdx
	jb	.LBB18_1
	retq
.Lfunc_end18:
	.size	gated_x86_64_v3_k12, .Lfunc_end18-gated_x86_64_v3_k12

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI19_0:
	.long	0x3ca72f05
	.text
	.hidden	gated_x86_64_v3_k13
	.globl	gated_x86_64_v3_k13
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k13,@function
gated_x86_64_v3_k13:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	vbroadcastss	.LCPI19_0(%rip), %ymm0
	vmulps	(%rax), %ymm0, %ymm1
	vmulps	32(%rax), %ymm0, %ymm2
	vmulps	64(%rax), %ymm0, %ymm3
	vmulps	96(%rax), %ymm0, %ymm0
	vmovups	%ymm1, (%rcx)
	vmovups	%ymm2, 32(%rcx)
	vmovups	%ymm3, 64(%rcx)
	vmovups	%ymm0, 96(%rcx)
	vzeroupper
	retq
.Lfunc_end19:
	.size	gated_x86_64_v3_k13, .Lfunc_end19-gated_x86_64_v3_k13

	.hidden	gated_x86_64_v3_k14
	.globl	gated_x86_64_v3_k14
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k14,@function
gated_x86_64_v3_k14:
	shlq	$10, %rsi
	movq	(%rdi), %rax
	addq	%rsi, %rax
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB20_1:
	movq	%rcx, %rdi
	shlq	$6, %rdi
	movq	%rcx, %rdx
	shlq	$9, %rdx
	prefetcht1	512(%rax,%rdi)
	prefetcht1	640(%rax,%rdi)
	prefetcht1	768(%rax,%rdi)
	prefetcht1	896(%rax,%rdi)
	prefetcht1	1024(%rax,%rdi)
	prefetcht1	1152(%rax,%rdi)
	prefetcht1	1280(%rax,%rdi)
	prefetcht1	1408(%rax,%rdi)
	vmovups	(%rax,%rdi), %ymm0
	vmovups	128(%rax,%rdi), %ymm1
	vmovups	256(%rax,%rdi), %ymm2
	vmovups	384(%rax,%rdi), %ymm3
	vmovups	512(%rax,%rdi), %ymm4
	vmovups	640(%rax,%rdi), %ymm5
	vmovups	768(%rax,%rdi), %ymm6
	vmovups	896(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, (%rsi,%rdx)
	vmovups	%ymm7, 32(%rsi,%rdx)
	vmovups	%ymm8, 64(%rsi,%rdx)
	vmovups	%ymm3, 96(%rsi,%rdx)
	vmovups	%ymm2, 128(%rsi,%rdx)
	vmovups	%ymm5, 160(%rsi,%rdx)
	vmovups	%ymm1, 192(%rsi,%rdx)
	vmovups	%ymm0, 224(%rsi,%rdx)
	vmovups	32(%rax,%rdi), %ymm0
	vmovups	160(%rax,%rdi), %ymm1
	vmovups	288(%rax,%rdi), %ymm2
	vmovups	416(%rax,%rdi), %ymm3
	vmovups	544(%rax,%rdi), %ymm4
	vmovups	672(%rax,%rdi), %ymm5
	vmovups	800(%rax,%rdi), %ymm6
	vmovups	928(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 256(%rsi,%rdx)
	vmovups	%ymm7, 288(%rsi,%rdx)
	vmovups	%ymm8, 320(%rsi,%rdx)
	vmovups	%ymm3, 352(%rsi,%rdx)
	vmovups	%ymm2, 384(%rsi,%rdx)
	vmovups	%ymm5, 416(%rsi,%rdx)
	vmovups	%ymm1, 448(%rsi,%rdx)
	vmovups	%ymm0, 480(%rsi,%rdx)
	leaq	1(%rcx), %rdx
	testq	%rcx, %rcx
	movq	%rdx, %rcx
	je	.LBB20_1
	vzeroupper
	retq
.Lfunc_end20:
	.size	gated_x86_64_v3_k14, .Lfunc_end20-gated_x86_64_v3_k14

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI21_0:
	.long	0x80000000
.LCPI21_1:
	.long	0xc2a00000
.LCPI21_2:
	.long	0x42a00000
.LCPI21_3:
	.long	0x42b20000
.LCPI21_4:
	.long	0xc2d00000
.LCPI21_5:
	.long	0x4b400000
.LCPI21_6:
	.long	0x3fb8aa3b
.LCPI21_7:
	.long	0xcb400000
.LCPI21_8:
	.long	0xbf318000
.LCPI21_9:
	.long	0x395e8083
.LCPI21_10:
	.long	0x3ab60b61
.LCPI21_11:
	.long	0x39500d01
.LCPI21_12:
	.long	0x3c088889
.LCPI21_13:
	.long	0x3d2aaaab
.LCPI21_14:
	.long	0x3e2aaaab
.LCPI21_15:
	.long	0x3f000000
.LCPI21_16:
	.long	0x3f800000
.LCPI21_17:
	.long	3032482048
.LCPI21_18:
	.long	4286578688
.LCPI21_19:
	.long	2139095040
	.text
	.hidden	gated_x86_64_v3_k15
	.globl	gated_x86_64_v3_k15
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k15,@function
gated_x86_64_v3_k15:
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	pushq	%rax
	movq	%rsi, %r8
	movq	%rdi, %rcx
	movq	(%rdi), %rdi
	movq	8(%rcx), %rbx
	movq	16(%rcx), %rdx
	movq	32(%rcx), %r15
	movq	40(%rcx), %r12
	movq	48(%rcx), %r14
	movq	%rsi, %rcx
	shlq	$10, %rcx
	leaq	(%rbx,%rcx), %rsi
	addq	%rbx, %rcx
	addq	$1024, %rcx
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB21_1:
	movq	%rax, %rbx
	shlq	$9, %rbx
	prefetcht1	(%rcx,%rbx)
	prefetcht1	64(%rcx,%rbx)
	prefetcht1	128(%rcx,%rbx)
	prefetcht1	192(%rcx,%rbx)
	prefetcht1	256(%rcx,%rbx)
	prefetcht1	320(%rcx,%rbx)
	prefetcht1	384(%rcx,%rbx)
	prefetcht1	448(%rcx,%rbx)
	leaq	1(%rax), %rbx
	testq	%rax, %rax
	movq	%rbx, %rax
	je	.LBB21_1
	movq	%r8, %rax
	shlq	$7, %rax
	addq	%rax, %rdi
	shlq	$5, %r8
	prefetcht1	(%r12,%r8)
	addq	%r8, %rdx
	movl	$1, %ecx
	movl	$32, %r8d
	xorl	%r9d, %r9d
	callq	micro.1x8.a32.c8.k1.s0.w8
	vmovups	(%r15), %ymm0
	vaddps	(%r12), %ymm0, %ymm0
	vbroadcastss	.LCPI21_0(%rip), %ymm1
	vxorps	%ymm1, %ymm0, %ymm2
	vbroadcastss	.LCPI21_1(%rip), %ymm1
	vcmpltps	%ymm0, %ymm1, %ymm3
	vxorps	%xmm1, %xmm1, %xmm1
	vcmpunordps	%ymm1, %ymm0, %ymm4
	vorps	%ymm3, %ymm4, %ymm3
	vbroadcastss	.LCPI21_2(%rip), %ymm4
	vblendvps	%ymm3, %ymm2, %ymm4, %ymm2
	vbroadcastss	.LCPI21_3(%rip), %ymm3
	vminps	%ymm2, %ymm3, %ymm3
	vbroadcastss	.LCPI21_4(%rip), %ymm4
	vmaxps	%ymm3, %ymm4, %ymm4
	vbroadcastss	.LCPI21_5(%rip), %ymm5
	vbroadcastss	.LCPI21_6(%rip), %ymm3
	vfmadd213ps	%ymm5, %ymm4, %ymm3
	vbroadcastss	.LCPI21_7(%rip), %ymm5
	vaddps	%ymm5, %ymm3, %ymm5
	vbroadcastss	.LCPI21_8(%rip), %ymm6
	vfmadd213ps	%ymm4, %ymm5, %ymm6
	vbroadcastss	.LCPI21_9(%rip), %ymm4
	vfmadd213ps	%ymm6, %ymm5, %ymm4
	vbroadcastss	.LCPI21_10(%rip), %ymm5
	vbroadcastss	.LCPI21_11(%rip), %ymm6
	vfmadd213ps	%ymm5, %ymm4, %ymm6
	vbroadcastss	.LCPI21_12(%rip), %ymm5
	vfmadd231ps	%ymm6, %ymm4, %ymm5
	vbroadcastss	.LCPI21_13(%rip), %ymm6
	vfmadd231ps	%ymm5, %ymm4, %ymm6
	vbroadcastss	.LCPI21_14(%rip), %ymm5
	vfmadd231ps	%ymm6, %ymm4, %ymm5
	vbroadcastss	.LCPI21_15(%rip), %ymm6
	vfmadd231ps	%ymm5, %ymm4, %ymm6
	vmulps	%ymm4, %ymm4, %ymm5
	vfmadd213ps	%ymm4, %ymm6, %ymm5
	vbroadcastss	.LCPI21_16(%rip), %ymm4
	vaddps	%ymm4, %ymm5, %ymm5
	vpbroadcastd	.LCPI21_17(%rip), %ymm6
	vpaddd	%ymm6, %ymm3, %ymm6
	vpsrld	$1, %ymm6, %ymm6
	vpslld	$23, %ymm6, %ymm7
	vpbroadcastd	.LCPI21_18(%rip), %ymm8
	vpaddd	%ymm7, %ymm8, %ymm7
	vmulps	%ymm7, %ymm5, %ymm5
	vpsubd	%ymm6, %ymm3, %ymm3
	vpslld	$23, %ymm3, %ymm3
	vpbroadcastd	.LCPI21_19(%rip), %ymm6
	vpaddd	%ymm6, %ymm3, %ymm3
	vmulps	%ymm3, %ymm5, %ymm3
	vcmpunordps	%ymm1, %ymm2, %ymm1
	vblendvps	%ymm1, %ymm2, %ymm3, %ymm1
	vaddps	%ymm4, %ymm1, %ymm1
	vdivps	%ymm1, %ymm4, %ymm1
	vmulps	%ymm1, %ymm0, %ymm0
	vmovups	%ymm0, (%r14)
	addq	$8, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end21:
	.size	gated_x86_64_v3_k15, .Lfunc_end21-gated_x86_64_v3_k15

	.p2align	4, 0x90
	.type	micro.1x8.a32.c8.k1.s0.w8,@function
micro.1x8.a32.c8.k1.s0.w8:
	testq	%r9, %r9
	je	.LBB22_2
	vmovups	(%rdx), %ymm0
	testq	%rcx, %rcx
	jg	.LBB22_4
	jmp	.LBB22_10
.LBB22_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	testq	%rcx, %rcx
	jle	.LBB22_10
.LBB22_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB22_5
	.p2align	4, 0x90
.LBB22_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB22_10
.LBB22_5:
	testq	%r10, %r10
	jle	.LBB22_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB22_7:
	vbroadcastss	(%rdi,%rax,4), %ymm1
	vfmadd132ps	(%rsi), %ymm0, %ymm1
	vbroadcastss	4(%rdi,%rax,4), %ymm0
	vfmadd132ps	32(%rsi), %ymm1, %ymm0
	vbroadcastss	8(%rdi,%rax,4), %ymm1
	vfmadd132ps	64(%rsi), %ymm0, %ymm1
	vbroadcastss	12(%rdi,%rax,4), %ymm0
	vfmadd132ps	96(%rsi), %ymm1, %ymm0
	subq	$-128, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB22_7
.LBB22_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB22_9
	.p2align	4, 0x90
.LBB22_11:
	vbroadcastss	(%rdi,%rax,4), %ymm1
	vfmadd231ps	(%rsi), %ymm1, %ymm0
	addq	$32, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB22_11
	jmp	.LBB22_9
.LBB22_10:
	vmovups	%ymm0, (%rdx)
	vzeroupper
	retq
.Lfunc_end22:
	.size	micro.1x8.a32.c8.k1.s0.w8, .Lfunc_end22-micro.1x8.a32.c8.k1.s0.w8

	.hidden	gated_x86_64_v3_k16
	.globl	gated_x86_64_v3_k16
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k16,@function
gated_x86_64_v3_k16:
	movq	8(%rdi), %rax
	shlq	$9, %rsi
	movq	%rsi, %rcx
	andq	$-1024, %rcx
	addq	(%rdi), %rcx
	movl	%esi, %edx
	andl	$512, %edx
	prefetcht1	512(%rdx,%rcx)
	prefetcht1	544(%rdx,%rcx)
	prefetcht1	576(%rdx,%rcx)
	prefetcht1	608(%rdx,%rcx)
	prefetcht1	640(%rdx,%rcx)
	prefetcht1	672(%rdx,%rcx)
	prefetcht1	704(%rdx,%rcx)
	prefetcht1	736(%rdx,%rcx)
	vmovups	(%rdx,%rcx), %ymm0
	vmovups	32(%rdx,%rcx), %ymm1
	vmovups	64(%rdx,%rcx), %ymm2
	vmovups	96(%rdx,%rcx), %ymm3
	vmovups	128(%rdx,%rcx), %ymm4
	vmovups	160(%rdx,%rcx), %ymm5
	vmovups	192(%rdx,%rcx), %ymm6
	vmovups	224(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, (%rax,%rsi)
	vmovups	%ymm7, 64(%rax,%rsi)
	vmovups	%ymm8, 128(%rax,%rsi)
	vmovups	%ymm3, 192(%rax,%rsi)
	vmovups	%ymm2, 256(%rax,%rsi)
	vmovups	%ymm5, 320(%rax,%rsi)
	vmovups	%ymm1, 384(%rax,%rsi)
	vmovups	%ymm0, 448(%rax,%rsi)
	prefetcht1	768(%rdx,%rcx)
	prefetcht1	800(%rdx,%rcx)
	prefetcht1	832(%rdx,%rcx)
	prefetcht1	864(%rdx,%rcx)
	prefetcht1	896(%rdx,%rcx)
	prefetcht1	928(%rdx,%rcx)
	prefetcht1	960(%rdx,%rcx)
	prefetcht1	992(%rdx,%rcx)
	vmovups	256(%rdx,%rcx), %ymm0
	vmovups	288(%rdx,%rcx), %ymm1
	vmovups	320(%rdx,%rcx), %ymm2
	vmovups	352(%rdx,%rcx), %ymm3
	vmovups	384(%rdx,%rcx), %ymm4
	vmovups	416(%rdx,%rcx), %ymm5
	vmovups	448(%rdx,%rcx), %ymm6
	vmovups	480(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 32(%rax,%rsi)
	vmovups	%ymm7, 96(%rax,%rsi)
	vmovups	%ymm8, 160(%rax,%rsi)
	vmovups	%ymm3, 224(%rax,%rsi)
	vmovups	%ymm2, 288(%rax,%rsi)
	vmovups	%ymm5, 352(%rax,%rsi)
	vmovups	%ymm1, 416(%rax,%rsi)
	vmovups	%ymm0, 480(%rax,%rsi)
	vzeroupper
	retq
.Lfunc_end23:
	.size	gated_x86_64_v3_k16, .Lfunc_end23-gated_x86_64_v3_k16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI24_0:
	.long	0x80000000
.LCPI24_1:
	.long	0xc2a00000
.LCPI24_2:
	.long	0x42a00000
.LCPI24_3:
	.long	0x42b20000
.LCPI24_4:
	.long	0xc2d00000
.LCPI24_5:
	.long	0x4b400000
.LCPI24_6:
	.long	0x3fb8aa3b
.LCPI24_7:
	.long	0xcb400000
.LCPI24_8:
	.long	0xbf318000
.LCPI24_9:
	.long	0x395e8083
.LCPI24_10:
	.long	0x3ab60b61
.LCPI24_11:
	.long	0x39500d01
.LCPI24_12:
	.long	0x3c088889
.LCPI24_13:
	.long	0x3d2aaaab
.LCPI24_14:
	.long	0x3e2aaaab
.LCPI24_15:
	.long	0x3f000000
.LCPI24_16:
	.long	0x3f800000
.LCPI24_17:
	.long	3032482048
.LCPI24_18:
	.long	4286578688
.LCPI24_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI24_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k17
	.globl	gated_x86_64_v3_k17
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k17,@function
gated_x86_64_v3_k17:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$192, %rsp
	movq	%rdi, %rax
	movq	8(%rdi), %rcx
	movq	32(%rdi), %r15
	movq	40(%rdi), %r12
	movq	48(%rdi), %r14
	movq	%rsi, %rbx
	shrq	%rbx
	movq	%rbx, %rdi
	shlq	$5, %rdi
	addq	(%rax), %rdi
	movl	%esi, %r13d
	shll	$6, %r13d
	andl	$64, %r13d
	shlq	$9, %rsi
	leaq	(%rcx,%rsi), %r9
	prefetcht1	512(%rcx,%rsi)
	shlq	$7, %rbx
	orq	%r13, %rbx
	movq	16(%rax), %rdx
	addq	%rbx, %rdx
	prefetcht1	576(%rcx,%rsi)
	prefetcht1	640(%rcx,%rsi)
	prefetcht1	704(%rcx,%rsi)
	prefetcht1	768(%rcx,%rsi)
	prefetcht1	832(%rcx,%rsi)
	prefetcht1	896(%rcx,%rsi)
	prefetcht1	960(%rcx,%rsi)
	prefetcht1	(%r12,%rbx)
	movl	$1, %ecx
	movl	$8, %r8d
	movq	%r9, %rsi
	xorl	%r9d, %r9d
	callq	micro.1x16.a8.c32.k1.s0.w16
	vmovups	(%r15,%r13), %ymm0
	vaddps	(%r12,%r13), %ymm0, %ymm0
	vmovups	32(%r15,%r13), %ymm1
	vaddps	32(%r12,%r13), %ymm1, %ymm1
	vbroadcastss	.LCPI24_0(%rip), %ymm2
	vxorps	%ymm2, %ymm0, %ymm3
	vxorps	%ymm2, %ymm1, %ymm2
	vbroadcastss	.LCPI24_1(%rip), %ymm5
	vcmpltps	%ymm0, %ymm5, %ymm4
	vxorps	%xmm7, %xmm7, %xmm7
	vcmpunordps	%ymm7, %ymm0, %ymm0
	vorps	%ymm4, %ymm0, %ymm0
	vbroadcastss	.LCPI24_2(%rip), %ymm6
	vblendvps	%ymm0, %ymm3, %ymm6, %ymm9
	vcmpltps	%ymm1, %ymm5, %ymm0
	vcmpunordps	%ymm7, %ymm1, %ymm1
	vorps	%ymm0, %ymm1, %ymm0
	vblendvps	%ymm0, %ymm2, %ymm6, %ymm0
	vmovups	%ymm0, 160(%rsp)
	vbroadcastss	.LCPI24_3(%rip), %ymm0
	vmovups	%ymm0, 128(%rsp)
	vminps	%ymm9, %ymm0, %ymm0
	vbroadcastss	.LCPI24_4(%rip), %ymm1
	vmovups	%ymm1, 96(%rsp)
	vmaxps	%ymm0, %ymm1, %ymm1
	vbroadcastss	.LCPI24_5(%rip), %ymm0
	vmovups	%ymm0, 64(%rsp)
	vbroadcastss	.LCPI24_6(%rip), %ymm4
	vmovaps	%ymm4, %ymm2
	vfmadd213ps	%ymm0, %ymm1, %ymm2
	vbroadcastss	.LCPI24_7(%rip), %ymm0
	vmovups	%ymm0, 32(%rsp)
	vaddps	%ymm0, %ymm2, %ymm5
	vbroadcastss	.LCPI24_8(%rip), %ymm3
	vfmadd231ps	%ymm3, %ymm5, %ymm1
	vbroadcastss	.LCPI24_9(%rip), %ymm0
	vmovups	%ymm0, (%rsp)
	vfmadd231ps	%ymm5, %ymm0, %ymm1
	vbroadcastss	.LCPI24_10(%rip), %ymm12
	vbroadcastss	.LCPI24_11(%rip), %ymm5
	vmovaps	%ymm5, %ymm6
	vfmadd213ps	%ymm12, %ymm1, %ymm6
	vbroadcastss	.LCPI24_12(%rip), %ymm13
	vfmadd213ps	%ymm13, %ymm1, %ymm6
	vbroadcastss	.LCPI24_13(%rip), %ymm14
	vfmadd213ps	%ymm14, %ymm1, %ymm6
	vbroadcastss	.LCPI24_14(%rip), %ymm15
	vfmadd213ps	%ymm15, %ymm1, %ymm6
	vbroadcastss	.LCPI24_15(%rip), %ymm11
	vfmadd213ps	%ymm11, %ymm1, %ymm6
	vmulps	%ymm1, %ymm1, %ymm7
	vfmadd213ps	%ymm1, %ymm6, %ymm7
	vbroadcastss	.LCPI24_16(%rip), %ymm6
	vaddps	%ymm6, %ymm7, %ymm8
	vpbroadcastd	.LCPI24_17(%rip), %ymm10
	vpaddd	%ymm2, %ymm10, %ymm7
	vpsrld	$1, %ymm7, %ymm0
	vpslld	$23, %ymm0, %ymm1
	vpbroadcastd	.LCPI24_18(%rip), %ymm7
	vpaddd	%ymm7, %ymm1, %ymm1
	vmulps	%ymm1, %ymm8, %ymm1
	vpsubd	%ymm0, %ymm2, %ymm0
	vpslld	$23, %ymm0, %ymm0
	vpbroadcastd	.LCPI24_19(%rip), %ymm2
	vpaddd	%ymm2, %ymm0, %ymm0
	vmulps	%ymm0, %ymm1, %ymm0
	vcmpunordps	.LCPI24_20(%rip), %ymm9, %ymm1
	vblendvps	%ymm1, %ymm9, %ymm0, %ymm0
	vmovups	160(%rsp), %ymm9
	vmovups	128(%rsp), %ymm1
	vminps	%ymm9, %ymm1, %ymm1
	vmovups	96(%rsp), %ymm8
	vmaxps	%ymm1, %ymm8, %ymm1
	vfmadd213ps	64(%rsp), %ymm1, %ymm4
	vaddps	32(%rsp), %ymm4, %ymm8
	vfmadd213ps	%ymm1, %ymm8, %ymm3
	vfmadd231ps	(%rsp), %ymm8, %ymm3
	vfmadd213ps	%ymm12, %ymm3, %ymm5
	vfmadd213ps	%ymm13, %ymm3, %ymm5
	vfmadd213ps	%ymm14, %ymm3, %ymm5
	vfmadd213ps	%ymm15, %ymm3, %ymm5
	vfmadd213ps	%ymm11, %ymm3, %ymm5
	vmulps	%ymm3, %ymm3, %ymm1
	vfmadd213ps	%ymm3, %ymm5, %ymm1
	vpaddd	%ymm4, %ymm10, %ymm3
	vpsrld	$1, %ymm3, %ymm3
	vpslld	$23, %ymm3, %ymm5
	vpaddd	%ymm7, %ymm5, %ymm5
	vaddps	%ymm6, %ymm1, %ymm1
	vmulps	%ymm5, %ymm1, %ymm1
	vpsubd	%ymm3, %ymm4, %ymm3
	vpslld	$23, %ymm3, %ymm3
	vpaddd	%ymm2, %ymm3, %ymm2
	vmulps	%ymm2, %ymm1, %ymm1
	vcmpunordps	.LCPI24_20(%rip), %ymm9, %ymm2
	vblendvps	%ymm2, %ymm9, %ymm1, %ymm1
	vaddps	%ymm6, %ymm0, %ymm0
	vdivps	%ymm0, %ymm6, %ymm0
	vaddps	%ymm6, %ymm1, %ymm1
	vdivps	%ymm1, %ymm6, %ymm1
	vmovups	%ymm0, (%r14,%r13)
	vmovups	%ymm1, 32(%r14,%r13)
	addq	$192, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end24:
	.size	gated_x86_64_v3_k17, .Lfunc_end24-gated_x86_64_v3_k17

	.p2align	4, 0x90
	.type	micro.1x16.a8.c32.k1.s0.w16,@function
micro.1x16.a8.c32.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB25_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB25_4
	jmp	.LBB25_10
.LBB25_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB25_10
.LBB25_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB25_5
	.p2align	4, 0x90
.LBB25_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB25_10
.LBB25_5:
	testq	%r10, %r10
	jle	.LBB25_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB25_7:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	vbroadcastss	4(%rdi,%rax,4), %ymm2
	vfmadd231ps	64(%rsi), %ymm2, %ymm0
	vfmadd231ps	96(%rsi), %ymm2, %ymm1
	vbroadcastss	8(%rdi,%rax,4), %ymm2
	vfmadd231ps	128(%rsi), %ymm2, %ymm0
	vfmadd231ps	160(%rsi), %ymm2, %ymm1
	vbroadcastss	12(%rdi,%rax,4), %ymm2
	vfmadd231ps	192(%rsi), %ymm2, %ymm0
	vfmadd231ps	224(%rsi), %ymm2, %ymm1
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB25_7
.LBB25_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB25_9
	.p2align	4, 0x90
.LBB25_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB25_11
	jmp	.LBB25_9
.LBB25_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end25:
	.size	micro.1x16.a8.c32.k1.s0.w16, .Lfunc_end25-micro.1x16.a8.c32.k1.s0.w16

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI26_0:
	.long	0x3727c5ac
.LCPI26_1:
	.long	0x3f800000
	.text
	.hidden	gated_x86_64_v3_k18
	.globl	gated_x86_64_v3_k18
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k18,@function
gated_x86_64_v3_k18:
	movq	(%rdi), %r8
	movq	8(%rdi), %r9
	movq	16(%rdi), %rdx
	xorl	%esi, %esi
	vbroadcastss	.LCPI26_0(%rip), %ymm0
	vbroadcastss	.LCPI26_1(%rip), %ymm1
	.p2align	4, 0x90
.LBB26_1:
	leaq	(,%rsi,4), %rdi
	movq	%rdi, %rax
	orq	$32, %rax
	movq	%rdi, %rcx
	orq	$64, %rcx
	orq	$96, %rdi
	vaddps	(%r8,%rsi,4), %ymm0, %ymm2
	vaddps	(%r8,%rax), %ymm0, %ymm3
	vaddps	(%r8,%rcx), %ymm0, %ymm4
	vaddps	(%r8,%rdi), %ymm0, %ymm5
	vsqrtps	%ymm2, %ymm2
	vdivps	%ymm2, %ymm1, %ymm2
	vsqrtps	%ymm3, %ymm3
	vdivps	%ymm3, %ymm1, %ymm3
	vsqrtps	%ymm4, %ymm4
	vdivps	%ymm4, %ymm1, %ymm4
	vsqrtps	%ymm5, %ymm5
	vdivps	%ymm5, %ymm1, %ymm5
	vmulps	(%r9,%rsi,4), %ymm2, %ymm2
	vmulps	(%r9,%rax), %ymm3, %ymm3
	vmulps	(%r9,%rcx), %ymm4, %ymm4
	vmulps	(%r9,%rdi), %ymm5, %ymm5
	vmovups	%ymm2, (%rdx,%rsi,4)
	vmovups	%ymm3, (%rdx,%rax)
	vmovups	%ymm4, (%rdx,%rcx)
	vmovups	%ymm5, (%rdx,%rdi)
	leaq	32(%rsi), %rax
	testq	%rsi, %rsi
	movq	%rax, %rsi
	je	.LBB26_1
	vzeroupper
	retq
.Lfunc_end26:
	.size	gated_x86_64_v3_k18, .Lfunc_end26-gated_x86_64_v3_k18

	.hidden	gated_x86_64_v3_k19
	.globl	gated_x86_64_v3_k19
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k19,@function
gated_x86_64_v3_k19:
	leaq	(%rsi,%rsi,8), %rax
	shlq	$6, %rsi
	movzbl	%sil, %ecx
	andq	$-256, %rsi
	addq	(%rdi), %rsi
	addq	%rsi, %rcx
	shlq	$11, %rax
	addq	8(%rdi), %rax
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB27_1:
	movq	%rdx, %rsi
	shlq	$8, %rsi
	movq	%rdx, %rdi
	shlq	$6, %rdi
	vmovups	(%rcx,%rsi), %ymm0
	vmovups	%ymm0, (%rax,%rdi)
	vmovups	32(%rcx,%rsi), %ymm0
	vmovups	%ymm0, 32(%rax,%rdi)
	leaq	1(%rdx), %rsi
	cmpq	$287, %rdx
	movq	%rsi, %rdx
	jb	.LBB27_1
	vzeroupper
	retq
.Lfunc_end27:
	.size	gated_x86_64_v3_k19, .Lfunc_end27-gated_x86_64_v3_k19

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI28_0:
	.long	0x80000000
.LCPI28_1:
	.long	0xc2a00000
.LCPI28_2:
	.long	0x42a00000
.LCPI28_3:
	.long	0x42b20000
.LCPI28_4:
	.long	0xc2d00000
.LCPI28_5:
	.long	0x4b400000
.LCPI28_6:
	.long	0x3fb8aa3b
.LCPI28_7:
	.long	0xcb400000
.LCPI28_8:
	.long	0xbf318000
.LCPI28_9:
	.long	0x395e8083
.LCPI28_10:
	.long	0x3ab60b61
.LCPI28_11:
	.long	0x39500d01
.LCPI28_12:
	.long	0x3c088889
.LCPI28_13:
	.long	0x3d2aaaab
.LCPI28_14:
	.long	0x3e2aaaab
.LCPI28_15:
	.long	0x3f000000
.LCPI28_16:
	.long	0x3f800000
.LCPI28_17:
	.long	3032482048
.LCPI28_18:
	.long	4286578688
.LCPI28_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI28_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k20
	.globl	gated_x86_64_v3_k20
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k20,@function
gated_x86_64_v3_k20:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$888, %rsp
	movq	16(%rdi), %r11
	movq	32(%rdi), %rax
	imulq	$10432, %rdx, %r15
	addq	24(%rdi), %r15
	movq	40(%rdi), %r9
	movq	48(%rdi), %rcx
	movq	%rcx, 64(%rsp)
	movq	56(%rdi), %rcx
	movq	%rcx, 80(%rsp)
	movq	72(%rdi), %rcx
	movq	%rcx, 72(%rsp)
	leaq	(%rsi,%rsi,8), %rdx
	movl	%esi, %r10d
	andl	$3, %r10d
	movq	%r10, %rcx
	shlq	$11, %rdx
	addq	8(%rdi), %rdx
	movq	%rdx, 16(%rsp)
	shlq	$4, %rcx
	movq	%rcx, 56(%rsp)
	xorl	%esi, %esi
	vxorps	%xmm0, %xmm0, %xmm0
	movabsq	$5646962471543740291, %r8
	jmp	.LBB28_1
	.p2align	4, 0x90
.LBB28_8:
	leaq	1(%rsi), %rdx
	cmpq	$8, %rsi
	movq	%rdx, %rsi
	jae	.LBB28_9
.LBB28_1:
	leaq	(%rsi,%rsi,8), %rdi
	shlq	$7, %rdi
	addq	%r15, %rdi
	leaq	-1(%rsi), %rbp
	movl	$0, %edx
	movl	$0, %ebx
	cmpq	$7, %rbp
	jae	.LBB28_7
	.p2align	4, 0x90
.LBB28_2:
	vmovups	%ymm0, (%rdi,%rdx,4)
	leaq	8(%rdx), %rbx
	cmpq	$24, %rdx
	movq	%rbx, %rdx
	jb	.LBB28_2
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB28_4:
	vmovups	%ymm0, 1024(%rdi,%rdx,4)
	leaq	8(%rdx), %rbx
	cmpq	$24, %rdx
	movq	%rbx, %rdx
	jb	.LBB28_4
	leaq	(,%rbp,8), %rdx
	subq	%rbp, %rdx
	mulxq	%r8, %rbp, %rbp
	subq	$-128, %rdi
	movq	%rdx, %rbx
	subq	%rbp, %rbx
	shrq	%rbx
	addq	%rbp, %rbx
	shrq	$5, %rbx
	imulq	$49, %rbx, %rbp
	subq	%rbp, %rdx
	vmovups	(%r9), %ymm1
	vmovups	32(%r9), %ymm2
	vmovups	64(%r9), %ymm3
	vmovups	96(%r9), %ymm4
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB28_6:
	leaq	(%rdx,%rcx), %rbx
	shlq	$7, %rbx
	vmulps	(%rax,%rbx), %ymm1, %ymm5
	vmulps	32(%rax,%rbx), %ymm2, %ymm6
	vmulps	64(%rax,%rbx), %ymm3, %ymm7
	vmulps	96(%rax,%rbx), %ymm4, %ymm8
	movq	%rcx, %rbp
	shlq	$7, %rbp
	vmovups	%ymm5, (%rdi,%rbp)
	vmovups	%ymm6, 32(%rdi,%rbp)
	vmovups	%ymm7, 64(%rdi,%rbp)
	vmovups	%ymm8, 96(%rdi,%rbp)
	leaq	1(%rcx), %rbp
	cmpq	$6, %rcx
	movq	%rbp, %rcx
	jb	.LBB28_6
	jmp	.LBB28_8
	.p2align	4, 0x90
.LBB28_7:
	vmovups	%ymm0, (%rdi,%rbx,4)
	leaq	8(%rbx), %rcx
	cmpq	$280, %rbx
	movq	%rcx, %rbx
	jb	.LBB28_7
	jmp	.LBB28_8
.LBB28_9:
	movq	16(%rsp), %rax
	leaq	18432(%rax), %r13
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB28_10:
	movq	%rax, %rcx
	shlq	$9, %rcx
	prefetcht1	(%r13,%rcx)
	prefetcht1	64(%r13,%rcx)
	prefetcht1	128(%r13,%rcx)
	prefetcht1	192(%r13,%rcx)
	prefetcht1	256(%r13,%rcx)
	prefetcht1	320(%r13,%rcx)
	prefetcht1	384(%r13,%rcx)
	prefetcht1	448(%r13,%rcx)
	leaq	1(%rax), %rcx
	cmpq	$11, %rax
	movq	%rcx, %rax
	jb	.LBB28_10
	shlq	$6, %r10
	movq	%r10, 48(%rsp)
	movq	%r11, %rdx
	addq	%r10, %rdx
	movq	$0, (%rsp)
	leaq	table.2(%rip), %r12
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r15, %rdi
	movq	16(%rsp), %rsi
	movq	%rdx, %rbx
	movq	%r12, %rcx
	vzeroupper
	callq	micro.6x16.at.c64.k1.s288.w16
	xorl	%r14d, %r14d
	.p2align	4, 0x90
.LBB28_12:
	leaq	(%r14,%r14,4), %rdx
	addq	$6, %rdx
	leaq	1(%r14), %rbp
	leaq	(,%rbp,2), %rax
	addq	%rbp, %rax
	shlq	$11, %rax
	addq	%r13, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB28_13:
	movq	%rcx, %rsi
	shlq	$9, %rsi
	prefetcht1	(%rax,%rsi)
	prefetcht1	64(%rax,%rsi)
	prefetcht1	128(%rax,%rsi)
	prefetcht1	192(%rax,%rsi)
	prefetcht1	256(%rax,%rsi)
	prefetcht1	320(%rax,%rsi)
	prefetcht1	384(%rax,%rsi)
	prefetcht1	448(%rax,%rsi)
	leaq	1(%rcx), %rsi
	cmpq	$11, %rcx
	movq	%rsi, %rcx
	jb	.LBB28_13
	leaq	(%r12,%rdx,8), %rcx
	shlq	$8, %rdx
	addq	%rbx, %rdx
	movq	$0, (%rsp)
	movl	$3, %r8d
	movl	$96, %r9d
	movq	%r15, %rdi
	movq	16(%rsp), %rsi
	callq	micro.5x16.at.c64.k1.s288.w16
	testq	%r14, %r14
	movq	%rbp, %r14
	je	.LBB28_12
	movq	48(%rsp), %rbp
	movq	80(%rsp), %rcx
	vmovups	(%rcx,%rbp), %ymm0
	vmovups	%ymm0, 752(%rsp)
	movq	56(%rsp), %rbx
	movq	%rbx, %rax
	orq	$8, %rax
	vmovups	(%rcx,%rax,4), %ymm0
	vmovups	%ymm0, 720(%rsp)
	xorl	%ecx, %ecx
	vbroadcastss	.LCPI28_0(%rip), %ymm0
	vmovups	%ymm0, 688(%rsp)
	vbroadcastss	.LCPI28_1(%rip), %ymm0
	vmovups	%ymm0, 656(%rsp)
	vbroadcastss	.LCPI28_2(%rip), %ymm0
	vmovups	%ymm0, 624(%rsp)
	vbroadcastss	.LCPI28_3(%rip), %ymm0
	vmovups	%ymm0, 80(%rsp)
	vbroadcastss	.LCPI28_4(%rip), %ymm0
	vmovups	%ymm0, 592(%rsp)
	vbroadcastss	.LCPI28_5(%rip), %ymm0
	vmovups	%ymm0, 560(%rsp)
	vbroadcastss	.LCPI28_6(%rip), %ymm0
	vmovups	%ymm0, 528(%rsp)
	vbroadcastss	.LCPI28_7(%rip), %ymm0
	vmovups	%ymm0, 304(%rsp)
	vbroadcastss	.LCPI28_8(%rip), %ymm0
	vmovups	%ymm0, 272(%rsp)
	vbroadcastss	.LCPI28_9(%rip), %ymm0
	vmovups	%ymm0, 496(%rsp)
	vbroadcastss	.LCPI28_10(%rip), %ymm0
	vmovups	%ymm0, 464(%rsp)
	vbroadcastss	.LCPI28_11(%rip), %ymm0
	vmovups	%ymm0, 432(%rsp)
	vbroadcastss	.LCPI28_12(%rip), %ymm0
	vmovups	%ymm0, 400(%rsp)
	vbroadcastss	.LCPI28_13(%rip), %ymm0
	vmovups	%ymm0, 368(%rsp)
	vbroadcastss	.LCPI28_14(%rip), %ymm0
	vmovups	%ymm0, 240(%rsp)
	vbroadcastss	.LCPI28_15(%rip), %ymm0
	vmovups	%ymm0, 208(%rsp)
	vbroadcastss	.LCPI28_16(%rip), %ymm0
	vmovups	%ymm0, 336(%rsp)
	vbroadcastss	.LCPI28_17(%rip), %ymm0
	vmovups	%ymm0, 176(%rsp)
	vbroadcastss	.LCPI28_18(%rip), %ymm0
	vmovups	%ymm0, 144(%rsp)
	vbroadcastss	.LCPI28_19(%rip), %ymm0
	vmovups	%ymm0, 112(%rsp)
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm0, %xmm0, %xmm0
	movq	64(%rsp), %rdi
	vmovups	592(%rsp), %ymm4
	vmovups	560(%rsp), %ymm5
	vmovups	496(%rsp), %ymm7
	vmovups	464(%rsp), %ymm8
	vmovups	400(%rsp), %ymm10
	.p2align	4, 0x90
.LBB28_16:
	vmovups	%ymm0, 16(%rsp)
	vmovups	%ymm2, 848(%rsp)
	movq	%rcx, %rdx
	shlq	$6, %rdx
	leaq	(%rdx,%rbx), %rsi
	orq	%rax, %rdx
	vmovups	752(%rsp), %ymm0
	vmulps	(%rdi,%rsi,4), %ymm0, %ymm2
	vmovups	%ymm2, 816(%rsp)
	vmovups	720(%rsp), %ymm0
	vmulps	(%rdi,%rdx,4), %ymm0, %ymm1
	vmovups	%ymm1, 784(%rsp)
	vmovups	688(%rsp), %ymm0
	vxorps	%ymm0, %ymm2, %ymm11
	vmovups	656(%rsp), %ymm14
	vcmpltps	%ymm2, %ymm14, %ymm12
	vxorps	%xmm3, %xmm3, %xmm3
	vcmpunordps	%ymm3, %ymm2, %ymm13
	vorps	%ymm12, %ymm13, %ymm12
	vmovups	624(%rsp), %ymm2
	vblendvps	%ymm12, %ymm11, %ymm2, %ymm12
	vxorps	%ymm0, %ymm1, %ymm11
	vcmpltps	%ymm1, %ymm14, %ymm13
	vcmpunordps	%ymm3, %ymm1, %ymm15
	vorps	%ymm13, %ymm15, %ymm13
	vblendvps	%ymm13, %ymm11, %ymm2, %ymm3
	vmovups	80(%rsp), %ymm0
	vminps	%ymm12, %ymm0, %ymm13
	vmaxps	%ymm13, %ymm4, %ymm13
	vmovups	528(%rsp), %ymm6
	vmovaps	%ymm6, %ymm15
	vfmadd213ps	%ymm5, %ymm13, %ymm15
	vaddps	304(%rsp), %ymm15, %ymm14
	vfmadd231ps	272(%rsp), %ymm14, %ymm13
	vfmadd231ps	%ymm14, %ymm7, %ymm13
	vmovups	432(%rsp), %ymm9
	vmovaps	%ymm9, %ymm14
	vfmadd213ps	%ymm8, %ymm13, %ymm14
	vfmadd213ps	%ymm10, %ymm13, %ymm14
	vmovups	368(%rsp), %ymm11
	vfmadd213ps	%ymm11, %ymm13, %ymm14
	vfmadd213ps	240(%rsp), %ymm13, %ymm14
	vfmadd213ps	208(%rsp), %ymm13, %ymm14
	vmulps	%ymm13, %ymm13, %ymm0
	vfmadd213ps	%ymm13, %ymm14, %ymm0
	vmovups	336(%rsp), %ymm1
	vaddps	%ymm1, %ymm0, %ymm2
	vpaddd	176(%rsp), %ymm15, %ymm13
	vpsrld	$1, %ymm13, %ymm13
	vpslld	$23, %ymm13, %ymm14
	vpaddd	144(%rsp), %ymm14, %ymm14
	vmulps	%ymm2, %ymm14, %ymm0
	vpsubd	%ymm13, %ymm15, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	112(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI28_20(%rip), %ymm12, %ymm13
	vblendvps	%ymm13, %ymm12, %ymm0, %ymm12
	vmovups	80(%rsp), %ymm0
	vminps	%ymm3, %ymm0, %ymm0
	vmovups	848(%rsp), %ymm2
	vmaxps	%ymm0, %ymm4, %ymm0
	vfmadd213ps	%ymm5, %ymm0, %ymm6
	vaddps	304(%rsp), %ymm6, %ymm14
	vfmadd231ps	272(%rsp), %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm7, %ymm0
	vfmadd213ps	%ymm8, %ymm0, %ymm9
	vfmadd213ps	%ymm10, %ymm0, %ymm9
	vfmadd213ps	%ymm11, %ymm0, %ymm9
	vfmadd213ps	240(%rsp), %ymm0, %ymm9
	vfmadd213ps	208(%rsp), %ymm0, %ymm9
	vmulps	%ymm0, %ymm0, %ymm15
	vfmadd213ps	%ymm0, %ymm9, %ymm15
	vaddps	%ymm1, %ymm15, %ymm0
	vpaddd	176(%rsp), %ymm6, %ymm14
	vpsrld	$1, %ymm14, %ymm14
	vpslld	$23, %ymm14, %ymm15
	vpaddd	144(%rsp), %ymm15, %ymm15
	vmulps	%ymm0, %ymm15, %ymm0
	vpsubd	%ymm14, %ymm6, %ymm13
	vpslld	$23, %ymm13, %ymm13
	vpaddd	112(%rsp), %ymm13, %ymm13
	vmulps	%ymm0, %ymm13, %ymm0
	vcmpunordps	.LCPI28_20(%rip), %ymm3, %ymm13
	vaddps	%ymm1, %ymm12, %ymm12
	vdivps	%ymm12, %ymm1, %ymm12
	vblendvps	%ymm13, %ymm3, %ymm0, %ymm0
	vmulps	816(%rsp), %ymm12, %ymm9
	vaddps	%ymm2, %ymm9, %ymm2
	vaddps	%ymm1, %ymm0, %ymm0
	vdivps	%ymm0, %ymm1, %ymm0
	vmulps	784(%rsp), %ymm0, %ymm0
	vmovups	16(%rsp), %ymm1
	vaddps	%ymm0, %ymm1, %ymm1
	vmovups	%ymm1, 16(%rsp)
	vmovups	16(%rsp), %ymm0
	leaq	1(%rcx), %rdx
	cmpq	$15, %rcx
	movq	%rdx, %rcx
	jb	.LBB28_16
	movq	72(%rsp), %rcx
	vmovups	%ymm2, (%rcx,%rbp)
	vmovups	%ymm0, (%rcx,%rax,4)
	addq	$888, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end28:
	.size	gated_x86_64_v3_k20, .Lfunc_end28-gated_x86_64_v3_k20

	.p2align	4, 0x90
	.type	micro.6x16.at.c64.k1.s288.w16,@function
micro.6x16.at.c64.k1.s288.w16:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %rax
	movq	8(%rcx), %rbx
	movq	16(%rcx), %r12
	movq	24(%rcx), %rbp
	movq	32(%rcx), %r14
	movq	40(%rcx), %r15
	cmpq	$0, 56(%rsp)
	je	.LBB29_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	vmovups	1280(%rdx), %ymm10
	vmovups	1312(%rdx), %ymm11
	testq	%r8, %r8
	jg	.LBB29_4
	jmp	.LBB29_10
.LBB29_2:
	leaq	256(%rdx), %rcx
	movq	%rbx, -8(%rsp)
	movq	%rax, %rbx
	leaq	512(%rdx), %rax
	movq	%r12, %r11
	movq	%r14, %r12
	leaq	768(%rdx), %r14
	movq	%r15, %r13
	leaq	1024(%rdx), %r15
	leaq	1280(%rdx), %r10
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	movq	%rbx, %rax
	movq	-8(%rsp), %rbx
	prefetcht1	(%r14)
	movq	%r12, %r14
	movq	%r11, %r12
	prefetcht1	(%r15)
	movq	%r13, %r15
	prefetcht1	(%r10)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	vxorps	%xmm10, %xmm10, %xmm10
	vxorps	%xmm11, %xmm11, %xmm11
	testq	%r8, %r8
	jle	.LBB29_10
.LBB29_4:
	leaq	(%rdi,%rax,4), %r10
	leaq	(%rdi,%rbx,4), %r11
	leaq	(%rdi,%r12,4), %r13
	leaq	(%rdi,%rbp,4), %rcx
	leaq	(%rdi,%r14,4), %rbx
	leaq	(%rdi,%r15,4), %rdi
	movq	%r9, %r14
	andq	$-4, %r14
	xorl	%r15d, %r15d
	jmp	.LBB29_5
	.p2align	4, 0x90
.LBB29_9:
	incq	%r15
	cmpq	%r8, %r15
	jge	.LBB29_10
.LBB29_5:
	movq	%r15, %rax
	shlq	$5, %rax
	leaq	(%rax,%rax,8), %r12
	testq	%r14, %r14
	jle	.LBB29_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB29_7:
	leaq	(%r12,%rax), %rbp
	vbroadcastss	(%r10,%rbp,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm12, %ymm14, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm10
	vmovups	64(%rsi), %ymm13
	vfmadd231ps	%ymm14, %ymm12, %ymm11
	vmovups	96(%rsi), %ymm12
	vbroadcastss	4(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm12, %ymm1
	vbroadcastss	4(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm12, %ymm3
	vbroadcastss	4(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm12, %ymm5
	vbroadcastss	4(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm12, %ymm7
	vbroadcastss	4(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm13, %ymm14, %ymm10
	vfmadd231ps	%ymm12, %ymm14, %ymm11
	vmovups	128(%rsi), %ymm12
	vmovups	160(%rsi), %ymm13
	vbroadcastss	8(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	8(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	8(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	8(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	8(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	8(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	vmovups	192(%rsi), %ymm12
	vmovups	224(%rsi), %ymm13
	vbroadcastss	12(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	12(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	12(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	12(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	12(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	12(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r14, %rax
	jl	.LBB29_7
.LBB29_8:
	movq	%r14, %rax
	cmpq	%r9, %r14
	jge	.LBB29_9
	.p2align	4, 0x90
.LBB29_11:
	leaq	(%r12,%rax), %rbp
	vmovups	(%rsi), %ymm12
	vmovups	32(%rsi), %ymm13
	vbroadcastss	(%r10,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm0
	vfmadd231ps	%ymm14, %ymm13, %ymm1
	vbroadcastss	(%r11,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm2
	vfmadd231ps	%ymm14, %ymm13, %ymm3
	vbroadcastss	(%r13,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm4
	vfmadd231ps	%ymm14, %ymm13, %ymm5
	vbroadcastss	(%rcx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm6
	vfmadd231ps	%ymm14, %ymm13, %ymm7
	vbroadcastss	(%rbx,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm8
	vfmadd231ps	%ymm14, %ymm13, %ymm9
	vbroadcastss	(%rdi,%rbp,4), %ymm14
	vfmadd231ps	%ymm12, %ymm14, %ymm10
	vfmadd231ps	%ymm13, %ymm14, %ymm11
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB29_11
	jmp	.LBB29_9
.LBB29_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	vmovups	%ymm10, 1280(%rdx)
	vmovups	%ymm11, 1312(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end29:
	.size	micro.6x16.at.c64.k1.s288.w16, .Lfunc_end29-micro.6x16.at.c64.k1.s288.w16

	.p2align	4, 0x90
	.type	micro.5x16.at.c64.k1.s288.w16,@function
micro.5x16.at.c64.k1.s288.w16:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	(%rcx), %r10
	movq	8(%rcx), %r11
	movq	16(%rcx), %r14
	movq	24(%rcx), %r15
	movq	32(%rcx), %r12
	cmpq	$0, 48(%rsp)
	je	.LBB30_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	vmovups	256(%rdx), %ymm2
	vmovups	288(%rdx), %ymm3
	vmovups	512(%rdx), %ymm4
	vmovups	544(%rdx), %ymm5
	vmovups	768(%rdx), %ymm6
	vmovups	800(%rdx), %ymm7
	vmovups	1024(%rdx), %ymm8
	vmovups	1056(%rdx), %ymm9
	testq	%r8, %r8
	jg	.LBB30_4
	jmp	.LBB30_10
.LBB30_2:
	leaq	256(%rdx), %rcx
	leaq	512(%rdx), %rax
	leaq	768(%rdx), %rbx
	leaq	1024(%rdx), %r13
	prefetcht1	(%rdx)
	prefetcht1	(%rcx)
	prefetcht1	(%rax)
	prefetcht1	(%rbx)
	prefetcht1	(%r13)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	vxorps	%xmm2, %xmm2, %xmm2
	vxorps	%xmm3, %xmm3, %xmm3
	vxorps	%xmm4, %xmm4, %xmm4
	vxorps	%xmm5, %xmm5, %xmm5
	vxorps	%xmm6, %xmm6, %xmm6
	vxorps	%xmm7, %xmm7, %xmm7
	vxorps	%xmm8, %xmm8, %xmm8
	vxorps	%xmm9, %xmm9, %xmm9
	testq	%r8, %r8
	jle	.LBB30_10
.LBB30_4:
	leaq	(%rdi,%r10,4), %r10
	leaq	(%rdi,%r11,4), %r11
	leaq	(%rdi,%r14,4), %r13
	leaq	(%rdi,%r15,4), %rcx
	leaq	(%rdi,%r12,4), %rdi
	movq	%r9, %r15
	andq	$-4, %r15
	xorl	%r14d, %r14d
	jmp	.LBB30_5
	.p2align	4, 0x90
.LBB30_9:
	incq	%r14
	cmpq	%r8, %r14
	jge	.LBB30_10
.LBB30_5:
	movq	%r14, %rax
	shlq	$5, %rax
	leaq	(%rax,%rax,8), %r12
	testq	%r15, %r15
	jle	.LBB30_8
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB30_7:
	leaq	(%r12,%rbx), %rax
	vbroadcastss	(%r10,%rax,4), %ymm12
	vmovups	(%rsi), %ymm13
	vmovups	32(%rsi), %ymm14
	vmovups	64(%rsi), %ymm11
	vmovups	96(%rsi), %ymm10
	vfmadd231ps	%ymm13, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm14, %ymm1
	vbroadcastss	(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm14, %ymm3
	vbroadcastss	(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm14, %ymm5
	vbroadcastss	(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm14, %ymm7
	vbroadcastss	(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm13, %ymm12, %ymm8
	vfmadd231ps	%ymm14, %ymm12, %ymm9
	vbroadcastss	4(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm10, %ymm1
	vbroadcastss	4(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm10, %ymm3
	vbroadcastss	4(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm10, %ymm5
	vbroadcastss	4(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm10, %ymm7
	vbroadcastss	4(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm11, %ymm12, %ymm8
	vfmadd231ps	%ymm10, %ymm12, %ymm9
	vmovups	128(%rsi), %ymm10
	vmovups	160(%rsi), %ymm11
	vbroadcastss	8(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	8(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	8(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	8(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	8(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	vmovups	192(%rsi), %ymm10
	vmovups	224(%rsi), %ymm11
	vbroadcastss	12(%r10,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	12(%r11,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	12(%r13,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	12(%rcx,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	12(%rdi,%rax,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$256, %rsi
	addq	$4, %rbx
	cmpq	%r15, %rbx
	jl	.LBB30_7
.LBB30_8:
	movq	%r15, %rax
	cmpq	%r9, %r15
	jge	.LBB30_9
	.p2align	4, 0x90
.LBB30_11:
	leaq	(%r12,%rax), %rbx
	vmovups	(%rsi), %ymm10
	vmovups	32(%rsi), %ymm11
	vbroadcastss	(%r10,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm0
	vfmadd231ps	%ymm12, %ymm11, %ymm1
	vbroadcastss	(%r11,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm2
	vfmadd231ps	%ymm12, %ymm11, %ymm3
	vbroadcastss	(%r13,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm4
	vfmadd231ps	%ymm12, %ymm11, %ymm5
	vbroadcastss	(%rcx,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm6
	vfmadd231ps	%ymm12, %ymm11, %ymm7
	vbroadcastss	(%rdi,%rbx,4), %ymm12
	vfmadd231ps	%ymm10, %ymm12, %ymm8
	vfmadd231ps	%ymm11, %ymm12, %ymm9
	addq	$64, %rsi
	incq	%rax
	cmpq	%r9, %rax
	jl	.LBB30_11
	jmp	.LBB30_9
.LBB30_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vmovups	%ymm2, 256(%rdx)
	vmovups	%ymm3, 288(%rdx)
	vmovups	%ymm4, 512(%rdx)
	vmovups	%ymm5, 544(%rdx)
	vmovups	%ymm6, 768(%rdx)
	vmovups	%ymm7, 800(%rdx)
	vmovups	%ymm8, 1024(%rdx)
	vmovups	%ymm9, 1056(%rdx)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end30:
	.size	micro.5x16.at.c64.k1.s288.w16, .Lfunc_end30-micro.5x16.at.c64.k1.s288.w16

	.hidden	gated_x86_64_v3_k21
	.globl	gated_x86_64_v3_k21
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k21,@function
gated_x86_64_v3_k21:
	movq	(%rdi), %rax
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vxorps	%xmm0, %xmm0, %xmm0
	.p2align	4, 0x90
.LBB31_1:
	vaddps	(%rax,%rdx,4), %xmm0, %xmm1
	vmovups	%xmm1, (%rcx,%rdx,4)
	leaq	4(%rdx), %rsi
	cmpq	$60, %rdx
	movq	%rsi, %rdx
	jb	.LBB31_1
	retq
.Lfunc_end31:
	.size	gated_x86_64_v3_k21, .Lfunc_end31-gated_x86_64_v3_k21

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI32_0:
	.long	0x3d800000
	.text
	.hidden	gated_x86_64_v3_k22
	.globl	gated_x86_64_v3_k22
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k22,@function
gated_x86_64_v3_k22:
	movq	(%rdi), %r8
	movq	8(%rdi), %rcx
	xorl	%edx, %edx
	vbroadcastss	.LCPI32_0(%rip), %ymm0
	.p2align	4, 0x90
.LBB32_1:
	leaq	(,%rdx,4), %rsi
	movq	%rsi, %rdi
	orq	$32, %rdi
	movq	%rsi, %rax
	orq	$64, %rax
	orq	$96, %rsi
	vmulps	(%r8,%rdx,4), %ymm0, %ymm1
	vmulps	(%r8,%rdi), %ymm0, %ymm2
	vmulps	(%r8,%rax), %ymm0, %ymm3
	vmulps	(%r8,%rsi), %ymm0, %ymm4
	vmovups	%ymm1, (%rcx,%rdx,4)
	vmovups	%ymm2, (%rcx,%rdi)
	vmovups	%ymm3, (%rcx,%rax)
	vmovups	%ymm4, (%rcx,%rsi)
	leaq	32(%rdx), %rax
	testq	%rdx, %rdx
	movq	%rax, %rdx
	je	.LBB32_1
	vzeroupper
	retq
.Lfunc_end32:
	.size	gated_x86_64_v3_k22, .Lfunc_end32-gated_x86_64_v3_k22

	.hidden	gated_x86_64_v3_k23
	.globl	gated_x86_64_v3_k23
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k23,@function
gated_x86_64_v3_k23:
	shlq	$12, %rsi
	movq	(%rdi), %rax
	addq	%rsi, %rax
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB33_1:
	movq	%rcx, %rdi
	shlq	$6, %rdi
	movq	%rcx, %rdx
	shlq	$10, %rdx
	prefetcht1	512(%rax,%rdi)
	prefetcht1	768(%rax,%rdi)
	prefetcht1	1024(%rax,%rdi)
	prefetcht1	1280(%rax,%rdi)
	prefetcht1	1536(%rax,%rdi)
	prefetcht1	1792(%rax,%rdi)
	prefetcht1	2048(%rax,%rdi)
	prefetcht1	2304(%rax,%rdi)
	vmovups	(%rax,%rdi), %ymm0
	vmovups	256(%rax,%rdi), %ymm1
	vmovups	512(%rax,%rdi), %ymm2
	vmovups	768(%rax,%rdi), %ymm3
	vmovups	1024(%rax,%rdi), %ymm4
	vmovups	1280(%rax,%rdi), %ymm5
	vmovups	1536(%rax,%rdi), %ymm6
	vmovups	1792(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, (%rsi,%rdx)
	vmovups	%ymm7, 64(%rsi,%rdx)
	vmovups	%ymm8, 128(%rsi,%rdx)
	vmovups	%ymm3, 192(%rsi,%rdx)
	vmovups	%ymm2, 256(%rsi,%rdx)
	vmovups	%ymm5, 320(%rsi,%rdx)
	vmovups	%ymm1, 384(%rsi,%rdx)
	vmovups	%ymm0, 448(%rsi,%rdx)
	vmovups	32(%rax,%rdi), %ymm0
	vmovups	288(%rax,%rdi), %ymm1
	vmovups	544(%rax,%rdi), %ymm2
	vmovups	800(%rax,%rdi), %ymm3
	vmovups	1056(%rax,%rdi), %ymm4
	vmovups	1312(%rax,%rdi), %ymm5
	vmovups	1568(%rax,%rdi), %ymm6
	vmovups	1824(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 512(%rsi,%rdx)
	vmovups	%ymm7, 576(%rsi,%rdx)
	vmovups	%ymm8, 640(%rsi,%rdx)
	vmovups	%ymm3, 704(%rsi,%rdx)
	vmovups	%ymm2, 768(%rsi,%rdx)
	vmovups	%ymm5, 832(%rsi,%rdx)
	vmovups	%ymm1, 896(%rsi,%rdx)
	vmovups	%ymm0, 960(%rsi,%rdx)
	prefetcht1	2560(%rax,%rdi)
	prefetcht1	2816(%rax,%rdi)
	prefetcht1	3072(%rax,%rdi)
	prefetcht1	3328(%rax,%rdi)
	prefetcht1	3584(%rax,%rdi)
	prefetcht1	3840(%rax,%rdi)
	prefetcht1	4096(%rax,%rdi)
	prefetcht1	4352(%rax,%rdi)
	vmovups	2048(%rax,%rdi), %ymm0
	vmovups	2304(%rax,%rdi), %ymm1
	vmovups	2560(%rax,%rdi), %ymm2
	vmovups	2816(%rax,%rdi), %ymm3
	vmovups	3072(%rax,%rdi), %ymm4
	vmovups	3328(%rax,%rdi), %ymm5
	vmovups	3584(%rax,%rdi), %ymm6
	vmovups	3840(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 32(%rsi,%rdx)
	vmovups	%ymm7, 96(%rsi,%rdx)
	vmovups	%ymm8, 160(%rsi,%rdx)
	vmovups	%ymm3, 224(%rsi,%rdx)
	vmovups	%ymm2, 288(%rsi,%rdx)
	vmovups	%ymm5, 352(%rsi,%rdx)
	vmovups	%ymm1, 416(%rsi,%rdx)
	vmovups	%ymm0, 480(%rsi,%rdx)
	vmovups	2080(%rax,%rdi), %ymm0
	vmovups	2336(%rax,%rdi), %ymm1
	vmovups	2592(%rax,%rdi), %ymm2
	vmovups	2848(%rax,%rdi), %ymm3
	vmovups	3104(%rax,%rdi), %ymm4
	vmovups	3360(%rax,%rdi), %ymm5
	vmovups	3616(%rax,%rdi), %ymm6
	vmovups	3872(%rax,%rdi), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 544(%rsi,%rdx)
	vmovups	%ymm7, 608(%rsi,%rdx)
	vmovups	%ymm8, 672(%rsi,%rdx)
	vmovups	%ymm3, 736(%rsi,%rdx)
	vmovups	%ymm2, 800(%rsi,%rdx)
	vmovups	%ymm5, 864(%rsi,%rdx)
	vmovups	%ymm1, 928(%rsi,%rdx)
	vmovups	%ymm0, 992(%rsi,%rdx)
	leaq	1(%rcx), %rdx
	cmpq	$3, %rcx
	movq	%rdx, %rcx
	jb	.LBB33_1
	vzeroupper
	retq
.Lfunc_end33:
	.size	gated_x86_64_v3_k23, .Lfunc_end33-gated_x86_64_v3_k23

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI34_0:
	.long	0x80000000
.LCPI34_1:
	.long	0xc2a00000
.LCPI34_2:
	.long	0x42a00000
.LCPI34_3:
	.long	0x42b20000
.LCPI34_4:
	.long	0xc2d00000
.LCPI34_5:
	.long	0x4b400000
.LCPI34_6:
	.long	0x3fb8aa3b
.LCPI34_7:
	.long	0xcb400000
.LCPI34_8:
	.long	0xbf318000
.LCPI34_9:
	.long	0x395e8083
.LCPI34_10:
	.long	0x3ab60b61
.LCPI34_11:
	.long	0x39500d01
.LCPI34_12:
	.long	0x3c088889
.LCPI34_13:
	.long	0x3d2aaaab
.LCPI34_14:
	.long	0x3e2aaaab
.LCPI34_15:
	.long	0x3f000000
.LCPI34_16:
	.long	0x3f800000
.LCPI34_17:
	.long	3032482048
.LCPI34_18:
	.long	4286578688
.LCPI34_19:
	.long	2139095040
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI34_20:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k24
	.globl	gated_x86_64_v3_k24
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k24,@function
gated_x86_64_v3_k24:
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	subq	$296, %rsp
	movq	%rsi, %r8
	movq	%rdi, %rcx
	movq	(%rdi), %rdi
	movq	8(%rcx), %rbx
	movq	16(%rcx), %rdx
	movq	32(%rcx), %r15
	movq	40(%rcx), %r12
	movq	48(%rcx), %r14
	movq	%rsi, %rcx
	shlq	$12, %rcx
	leaq	(%rbx,%rcx), %rsi
	addq	%rbx, %rcx
	addq	$4096, %rcx
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB34_1:
	movq	%rax, %rbx
	shlq	$9, %rbx
	prefetcht1	(%rcx,%rbx)
	prefetcht1	64(%rcx,%rbx)
	prefetcht1	128(%rcx,%rbx)
	prefetcht1	192(%rcx,%rbx)
	prefetcht1	256(%rcx,%rbx)
	prefetcht1	320(%rcx,%rbx)
	prefetcht1	384(%rcx,%rbx)
	prefetcht1	448(%rcx,%rbx)
	leaq	1(%rax), %rbx
	cmpq	$7, %rax
	movq	%rbx, %rax
	jb	.LBB34_1
	movq	%r8, %rax
	shlq	$8, %rax
	addq	%rax, %rdi
	shlq	$6, %r8
	prefetcht1	(%r12,%r8)
	addq	%r8, %rdx
	movl	$1, %ecx
	movl	$64, %r8d
	xorl	%r9d, %r9d
	callq	micro.1x16.a64.c16.k1.s0.w16
	vmovups	(%r15), %ymm0
	vaddps	(%r12), %ymm0, %ymm4
	vmovups	%ymm4, 256(%rsp)
	vmovups	32(%r15), %ymm0
	vaddps	32(%r12), %ymm0, %ymm7
	vbroadcastss	.LCPI34_0(%rip), %ymm0
	vxorps	%ymm0, %ymm4, %ymm1
	vxorps	%ymm0, %ymm7, %ymm0
	vbroadcastss	.LCPI34_1(%rip), %ymm2
	vcmpltps	%ymm4, %ymm2, %ymm3
	vxorps	%xmm5, %xmm5, %xmm5
	vcmpunordps	%ymm5, %ymm4, %ymm4
	vorps	%ymm3, %ymm4, %ymm3
	vbroadcastss	.LCPI34_2(%rip), %ymm4
	vblendvps	%ymm3, %ymm1, %ymm4, %ymm6
	vmovups	%ymm7, 224(%rsp)
	vcmpltps	%ymm7, %ymm2, %ymm1
	vcmpunordps	%ymm5, %ymm7, %ymm2
	vorps	%ymm1, %ymm2, %ymm1
	vblendvps	%ymm1, %ymm0, %ymm4, %ymm0
	vmovups	%ymm0, 192(%rsp)
	vbroadcastss	.LCPI34_3(%rip), %ymm0
	vmovups	%ymm0, 160(%rsp)
	vminps	%ymm6, %ymm0, %ymm0
	vbroadcastss	.LCPI34_4(%rip), %ymm1
	vmovups	%ymm1, 128(%rsp)
	vmaxps	%ymm0, %ymm1, %ymm1
	vbroadcastss	.LCPI34_5(%rip), %ymm0
	vmovups	%ymm0, 96(%rsp)
	vbroadcastss	.LCPI34_6(%rip), %ymm3
	vmovaps	%ymm3, %ymm4
	vfmadd213ps	%ymm0, %ymm1, %ymm4
	vbroadcastss	.LCPI34_7(%rip), %ymm0
	vmovups	%ymm0, 64(%rsp)
	vaddps	%ymm0, %ymm4, %ymm2
	vbroadcastss	.LCPI34_8(%rip), %ymm5
	vfmadd231ps	%ymm5, %ymm2, %ymm1
	vbroadcastss	.LCPI34_9(%rip), %ymm0
	vmovups	%ymm0, 32(%rsp)
	vfmadd231ps	%ymm2, %ymm0, %ymm1
	vbroadcastss	.LCPI34_10(%rip), %ymm0
	vmovups	%ymm0, (%rsp)
	vbroadcastss	.LCPI34_11(%rip), %ymm7
	vmovaps	%ymm7, %ymm2
	vfmadd213ps	%ymm0, %ymm1, %ymm2
	vbroadcastss	.LCPI34_12(%rip), %ymm15
	vfmadd213ps	%ymm15, %ymm1, %ymm2
	vbroadcastss	.LCPI34_13(%rip), %ymm14
	vfmadd213ps	%ymm14, %ymm1, %ymm2
	vbroadcastss	.LCPI34_14(%rip), %ymm13
	vfmadd213ps	%ymm13, %ymm1, %ymm2
	vbroadcastss	.LCPI34_15(%rip), %ymm12
	vfmadd213ps	%ymm12, %ymm1, %ymm2
	vmulps	%ymm1, %ymm1, %ymm0
	vfmadd213ps	%ymm1, %ymm2, %ymm0
	vbroadcastss	.LCPI34_16(%rip), %ymm8
	vaddps	%ymm0, %ymm8, %ymm2
	vpbroadcastd	.LCPI34_17(%rip), %ymm11
	vpaddd	%ymm4, %ymm11, %ymm1
	vpsrld	$1, %ymm1, %ymm0
	vpslld	$23, %ymm0, %ymm1
	vpbroadcastd	.LCPI34_18(%rip), %ymm10
	vpaddd	%ymm1, %ymm10, %ymm1
	vmulps	%ymm1, %ymm2, %ymm1
	vpsubd	%ymm0, %ymm4, %ymm0
	vpslld	$23, %ymm0, %ymm0
	vpbroadcastd	.LCPI34_19(%rip), %ymm9
	vpaddd	%ymm0, %ymm9, %ymm0
	vmulps	%ymm0, %ymm1, %ymm0
	vcmpunordps	.LCPI34_20(%rip), %ymm6, %ymm1
	vblendvps	%ymm1, %ymm6, %ymm0, %ymm6
	vmovups	192(%rsp), %ymm4
	vmovups	160(%rsp), %ymm0
	vminps	%ymm4, %ymm0, %ymm0
	vmovups	128(%rsp), %ymm1
	vmaxps	%ymm0, %ymm1, %ymm0
	vfmadd213ps	96(%rsp), %ymm0, %ymm3
	vaddps	64(%rsp), %ymm3, %ymm1
	vfmadd213ps	%ymm0, %ymm1, %ymm5
	vfmadd231ps	32(%rsp), %ymm1, %ymm5
	vfmadd213ps	(%rsp), %ymm5, %ymm7
	vfmadd213ps	%ymm15, %ymm5, %ymm7
	vfmadd213ps	%ymm14, %ymm5, %ymm7
	vfmadd213ps	%ymm13, %ymm5, %ymm7
	vfmadd213ps	%ymm12, %ymm5, %ymm7
	vmulps	%ymm5, %ymm5, %ymm0
	vfmadd213ps	%ymm5, %ymm7, %ymm0
	vpaddd	%ymm3, %ymm11, %ymm1
	vpsrld	$1, %ymm1, %ymm1
	vpslld	$23, %ymm1, %ymm2
	vpaddd	%ymm2, %ymm10, %ymm2
	vaddps	%ymm0, %ymm8, %ymm0
	vmulps	%ymm2, %ymm0, %ymm0
	vpsubd	%ymm1, %ymm3, %ymm1
	vpslld	$23, %ymm1, %ymm1
	vpaddd	%ymm1, %ymm9, %ymm1
	vmulps	%ymm1, %ymm0, %ymm0
	vcmpunordps	.LCPI34_20(%rip), %ymm4, %ymm1
	vblendvps	%ymm1, %ymm4, %ymm0, %ymm0
	vaddps	%ymm6, %ymm8, %ymm1
	vdivps	%ymm1, %ymm8, %ymm1
	vaddps	%ymm0, %ymm8, %ymm0
	vdivps	%ymm0, %ymm8, %ymm0
	vmulps	256(%rsp), %ymm1, %ymm1
	vmulps	224(%rsp), %ymm0, %ymm0
	vmovups	%ymm1, (%r14)
	vmovups	%ymm0, 32(%r14)
	addq	$296, %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end34:
	.size	gated_x86_64_v3_k24, .Lfunc_end34-gated_x86_64_v3_k24

	.p2align	4, 0x90
	.type	micro.1x16.a64.c16.k1.s0.w16,@function
micro.1x16.a64.c16.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB35_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB35_4
	jmp	.LBB35_10
.LBB35_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB35_10
.LBB35_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB35_5
	.p2align	4, 0x90
.LBB35_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB35_10
.LBB35_5:
	testq	%r10, %r10
	jle	.LBB35_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB35_7:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	vbroadcastss	4(%rdi,%rax,4), %ymm2
	vfmadd231ps	64(%rsi), %ymm2, %ymm0
	vfmadd231ps	96(%rsi), %ymm2, %ymm1
	vbroadcastss	8(%rdi,%rax,4), %ymm2
	vfmadd231ps	128(%rsi), %ymm2, %ymm0
	vfmadd231ps	160(%rsi), %ymm2, %ymm1
	vbroadcastss	12(%rdi,%rax,4), %ymm2
	vfmadd231ps	192(%rsi), %ymm2, %ymm0
	vfmadd231ps	224(%rsi), %ymm2, %ymm1
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB35_7
.LBB35_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB35_9
	.p2align	4, 0x90
.LBB35_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB35_11
	jmp	.LBB35_9
.LBB35_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end35:
	.size	micro.1x16.a64.c16.k1.s0.w16, .Lfunc_end35-micro.1x16.a64.c16.k1.s0.w16

	.hidden	gated_x86_64_v3_k25
	.globl	gated_x86_64_v3_k25
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k25,@function
gated_x86_64_v3_k25:
	movq	8(%rdi), %rax
	shlq	$10, %rsi
	movq	%rsi, %rcx
	andq	$-4096, %rcx
	addq	(%rdi), %rcx
	movl	%esi, %edx
	andl	$3072, %edx
	prefetcht1	512(%rdx,%rcx)
	prefetcht1	576(%rdx,%rcx)
	prefetcht1	640(%rdx,%rcx)
	prefetcht1	704(%rdx,%rcx)
	prefetcht1	768(%rdx,%rcx)
	prefetcht1	832(%rdx,%rcx)
	prefetcht1	896(%rdx,%rcx)
	prefetcht1	960(%rdx,%rcx)
	vmovups	(%rdx,%rcx), %ymm0
	vmovups	64(%rdx,%rcx), %ymm1
	vmovups	128(%rdx,%rcx), %ymm2
	vmovups	192(%rdx,%rcx), %ymm3
	vmovups	256(%rdx,%rcx), %ymm4
	vmovups	320(%rdx,%rcx), %ymm5
	vmovups	384(%rdx,%rcx), %ymm6
	vmovups	448(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, (%rax,%rsi)
	vmovups	%ymm7, 64(%rax,%rsi)
	vmovups	%ymm8, 128(%rax,%rsi)
	vmovups	%ymm3, 192(%rax,%rsi)
	vmovups	%ymm2, 256(%rax,%rsi)
	vmovups	%ymm5, 320(%rax,%rsi)
	vmovups	%ymm1, 384(%rax,%rsi)
	vmovups	%ymm0, 448(%rax,%rsi)
	vmovups	32(%rdx,%rcx), %ymm0
	vmovups	96(%rdx,%rcx), %ymm1
	vmovups	160(%rdx,%rcx), %ymm2
	vmovups	224(%rdx,%rcx), %ymm3
	vmovups	288(%rdx,%rcx), %ymm4
	vmovups	352(%rdx,%rcx), %ymm5
	vmovups	416(%rdx,%rcx), %ymm6
	vmovups	480(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 512(%rax,%rsi)
	vmovups	%ymm7, 576(%rax,%rsi)
	vmovups	%ymm8, 640(%rax,%rsi)
	vmovups	%ymm3, 704(%rax,%rsi)
	vmovups	%ymm2, 768(%rax,%rsi)
	vmovups	%ymm5, 832(%rax,%rsi)
	vmovups	%ymm1, 896(%rax,%rsi)
	vmovups	%ymm0, 960(%rax,%rsi)
	prefetcht1	1024(%rdx,%rcx)
	prefetcht1	1088(%rdx,%rcx)
	prefetcht1	1152(%rdx,%rcx)
	prefetcht1	1216(%rdx,%rcx)
	prefetcht1	1280(%rdx,%rcx)
	prefetcht1	1344(%rdx,%rcx)
	prefetcht1	1408(%rdx,%rcx)
	prefetcht1	1472(%rdx,%rcx)
	vmovups	512(%rdx,%rcx), %ymm0
	vmovups	576(%rdx,%rcx), %ymm1
	vmovups	640(%rdx,%rcx), %ymm2
	vmovups	704(%rdx,%rcx), %ymm3
	vmovups	768(%rdx,%rcx), %ymm4
	vmovups	832(%rdx,%rcx), %ymm5
	vmovups	896(%rdx,%rcx), %ymm6
	vmovups	960(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 32(%rax,%rsi)
	vmovups	%ymm7, 96(%rax,%rsi)
	vmovups	%ymm8, 160(%rax,%rsi)
	vmovups	%ymm3, 224(%rax,%rsi)
	vmovups	%ymm2, 288(%rax,%rsi)
	vmovups	%ymm5, 352(%rax,%rsi)
	vmovups	%ymm1, 416(%rax,%rsi)
	vmovups	%ymm0, 480(%rax,%rsi)
	vmovups	544(%rdx,%rcx), %ymm0
	vmovups	608(%rdx,%rcx), %ymm1
	vmovups	672(%rdx,%rcx), %ymm2
	vmovups	736(%rdx,%rcx), %ymm3
	vmovups	800(%rdx,%rcx), %ymm4
	vmovups	864(%rdx,%rcx), %ymm5
	vmovups	928(%rdx,%rcx), %ymm6
	vmovups	992(%rdx,%rcx), %ymm7
	vshufps	$136, %ymm1, %ymm0, %ymm8
	vshufps	$221, %ymm1, %ymm0, %ymm0
	vshufps	$136, %ymm3, %ymm2, %ymm1
	vshufps	$221, %ymm3, %ymm2, %ymm2
	vshufps	$136, %ymm5, %ymm4, %ymm3
	vshufps	$221, %ymm5, %ymm4, %ymm4
	vshufps	$136, %ymm7, %ymm6, %ymm5
	vshufps	$221, %ymm7, %ymm6, %ymm6
	vshufps	$136, %ymm1, %ymm8, %ymm7
	vshufps	$221, %ymm1, %ymm8, %ymm1
	vshufps	$136, %ymm2, %ymm0, %ymm8
	vshufps	$221, %ymm2, %ymm0, %ymm0
	vshufps	$136, %ymm5, %ymm3, %ymm2
	vshufps	$221, %ymm5, %ymm3, %ymm3
	vshufps	$136, %ymm6, %ymm4, %ymm5
	vshufps	$221, %ymm6, %ymm4, %ymm4
	vinsertf128	$1, %xmm2, %ymm7, %ymm6
	vperm2f128	$49, %ymm2, %ymm7, %ymm2
	vinsertf128	$1, %xmm5, %ymm8, %ymm7
	vperm2f128	$49, %ymm5, %ymm8, %ymm5
	vinsertf128	$1, %xmm3, %ymm1, %ymm8
	vperm2f128	$49, %ymm3, %ymm1, %ymm1
	vinsertf128	$1, %xmm4, %ymm0, %ymm3
	vperm2f128	$49, %ymm4, %ymm0, %ymm0
	vmovups	%ymm6, 544(%rax,%rsi)
	vmovups	%ymm7, 608(%rax,%rsi)
	vmovups	%ymm8, 672(%rax,%rsi)
	vmovups	%ymm3, 736(%rax,%rsi)
	vmovups	%ymm2, 800(%rax,%rsi)
	vmovups	%ymm5, 864(%rax,%rsi)
	vmovups	%ymm1, 928(%rax,%rsi)
	vmovups	%ymm0, 992(%rax,%rsi)
	vzeroupper
	retq
.Lfunc_end36:
	.size	gated_x86_64_v3_k25, .Lfunc_end36-gated_x86_64_v3_k25

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI37_0:
	.long	0x80000000
.LCPI37_1:
	.long	0xc2a00000
.LCPI37_2:
	.long	0x42a00000
.LCPI37_3:
	.long	0x42b20000
.LCPI37_4:
	.long	0xc2d00000
.LCPI37_5:
	.long	0x4b400000
.LCPI37_6:
	.long	0x3fb8aa3b
.LCPI37_7:
	.long	0xcb400000
.LCPI37_8:
	.long	0xbf318000
.LCPI37_9:
	.long	0x395e8083
.LCPI37_10:
	.long	0x3ab60b61
.LCPI37_11:
	.long	0x39500d01
.LCPI37_12:
	.long	0x3c088889
.LCPI37_13:
	.long	0x3d2aaaab
.LCPI37_14:
	.long	0x3e2aaaab
.LCPI37_15:
	.long	0x3f000000
.LCPI37_16:
	.long	0x3f800000
.LCPI37_17:
	.long	3032482048
.LCPI37_18:
	.long	4286578688
.LCPI37_19:
	.long	2139095040
.LCPI37_20:
	.long	0x3d800000
	.section	.rodata.cst32,"aM",@progbits,32
	.p2align	5
.LCPI37_21:
	.zero	32
	.text
	.hidden	gated_x86_64_v3_k26
	.globl	gated_x86_64_v3_k26
	.p2align	4, 0x90
	.type	gated_x86_64_v3_k26,@function
gated_x86_64_v3_k26:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$216, %rsp
	movq	%rsi, %rax
	movq	%rdi, %rcx
	movq	(%rdi), %rdi
	movq	8(%rcx), %rbx
	movq	16(%rcx), %rdx
	movq	32(%rcx), %r12
	movq	40(%rcx), %r13
	movq	48(%rcx), %r15
	movq	56(%rcx), %rcx
	movq	%rcx, 8(%rsp)
	movl	%eax, %r14d
	andl	$3, %r14d
	movq	%rsi, %rcx
	shrq	$2, %rcx
	shlq	$10, %rax
	leaq	(%rbx,%rax), %rsi
	addq	%rbx, %rax
	addq	$1024, %rax
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB37_1:
	movq	%rbp, %rbx
	shlq	$9, %rbx
	prefetcht1	(%rax,%rbx)
	prefetcht1	64(%rax,%rbx)
	prefetcht1	128(%rax,%rbx)
	prefetcht1	192(%rax,%rbx)
	prefetcht1	256(%rax,%rbx)
	prefetcht1	320(%rax,%rbx)
	prefetcht1	384(%rax,%rbx)
	prefetcht1	448(%rax,%rbx)
	leaq	1(%rbp), %rbx
	testq	%rbp, %rbp
	movq	%rbx, %rbp
	je	.LBB37_1
	shlq	$6, %r14
	movq	%rcx, %rax
	shlq	$6, %rax
	addq	%rax, %rdi
	shlq	$8, %rcx
	orq	%r14, %rcx
	prefetcht1	(%r13,%rcx)
	prefetcht1	(%r15,%rcx)
	addq	%rcx, %rdx
	movl	$1, %ecx
	movl	$16, %r8d
	xorl	%r9d, %r9d
	callq	micro.1x16.a16.c64.k1.s0.w16
	vmovups	(%r12,%r14), %ymm0
	vaddps	(%r13,%r14), %ymm0, %ymm0
	vmovups	32(%r12,%r14), %ymm1
	vaddps	32(%r13,%r14), %ymm1, %ymm1
	vbroadcastss	.LCPI37_0(%rip), %ymm2
	vxorps	%ymm2, %ymm0, %ymm3
	vxorps	%ymm2, %ymm1, %ymm2
	vbroadcastss	.LCPI37_1(%rip), %ymm5
	vcmpltps	%ymm0, %ymm5, %ymm4
	vxorps	%xmm7, %xmm7, %xmm7
	vcmpunordps	%ymm7, %ymm0, %ymm0
	vorps	%ymm4, %ymm0, %ymm0
	vbroadcastss	.LCPI37_2(%rip), %ymm6
	vblendvps	%ymm0, %ymm3, %ymm6, %ymm9
	vcmpltps	%ymm1, %ymm5, %ymm0
	vcmpunordps	%ymm7, %ymm1, %ymm1
	vorps	%ymm0, %ymm1, %ymm0
	vblendvps	%ymm0, %ymm2, %ymm6, %ymm0
	vmovups	%ymm0, 176(%rsp)
	vbroadcastss	.LCPI37_3(%rip), %ymm0
	vmovups	%ymm0, 144(%rsp)
	vminps	%ymm9, %ymm0, %ymm0
	vbroadcastss	.LCPI37_4(%rip), %ymm1
	vmovups	%ymm1, 112(%rsp)
	vmaxps	%ymm0, %ymm1, %ymm1
	vbroadcastss	.LCPI37_5(%rip), %ymm0
	vmovups	%ymm0, 80(%rsp)
	vbroadcastss	.LCPI37_6(%rip), %ymm4
	vmovaps	%ymm4, %ymm2
	vfmadd213ps	%ymm0, %ymm1, %ymm2
	vbroadcastss	.LCPI37_7(%rip), %ymm0
	vmovups	%ymm0, 48(%rsp)
	vaddps	%ymm0, %ymm2, %ymm5
	vbroadcastss	.LCPI37_8(%rip), %ymm3
	vfmadd231ps	%ymm3, %ymm5, %ymm1
	vbroadcastss	.LCPI37_9(%rip), %ymm0
	vmovups	%ymm0, 16(%rsp)
	vfmadd231ps	%ymm5, %ymm0, %ymm1
	vbroadcastss	.LCPI37_10(%rip), %ymm12
	vbroadcastss	.LCPI37_11(%rip), %ymm5
	vmovaps	%ymm5, %ymm6
	vfmadd213ps	%ymm12, %ymm1, %ymm6
	vbroadcastss	.LCPI37_12(%rip), %ymm13
	vfmadd213ps	%ymm13, %ymm1, %ymm6
	vbroadcastss	.LCPI37_13(%rip), %ymm14
	vfmadd213ps	%ymm14, %ymm1, %ymm6
	vbroadcastss	.LCPI37_14(%rip), %ymm15
	vfmadd213ps	%ymm15, %ymm1, %ymm6
	vbroadcastss	.LCPI37_15(%rip), %ymm11
	vfmadd213ps	%ymm11, %ymm1, %ymm6
	vmulps	%ymm1, %ymm1, %ymm7
	vfmadd213ps	%ymm1, %ymm6, %ymm7
	vbroadcastss	.LCPI37_16(%rip), %ymm6
	vaddps	%ymm6, %ymm7, %ymm8
	vpbroadcastd	.LCPI37_17(%rip), %ymm10
	vpaddd	%ymm2, %ymm10, %ymm7
	vpsrld	$1, %ymm7, %ymm0
	vpslld	$23, %ymm0, %ymm1
	vpbroadcastd	.LCPI37_18(%rip), %ymm7
	vpaddd	%ymm7, %ymm1, %ymm1
	vmulps	%ymm1, %ymm8, %ymm1
	vpsubd	%ymm0, %ymm2, %ymm0
	vpslld	$23, %ymm0, %ymm0
	vpbroadcastd	.LCPI37_19(%rip), %ymm2
	vpaddd	%ymm2, %ymm0, %ymm0
	vmulps	%ymm0, %ymm1, %ymm0
	vcmpunordps	.LCPI37_21(%rip), %ymm9, %ymm1
	vblendvps	%ymm1, %ymm9, %ymm0, %ymm0
	vmovups	176(%rsp), %ymm9
	vmovups	144(%rsp), %ymm1
	vminps	%ymm9, %ymm1, %ymm1
	vmovups	112(%rsp), %ymm8
	vmaxps	%ymm1, %ymm8, %ymm1
	vfmadd213ps	80(%rsp), %ymm1, %ymm4
	vaddps	48(%rsp), %ymm4, %ymm8
	vfmadd213ps	%ymm1, %ymm8, %ymm3
	vfmadd231ps	16(%rsp), %ymm8, %ymm3
	vfmadd213ps	%ymm12, %ymm3, %ymm5
	vfmadd213ps	%ymm13, %ymm3, %ymm5
	vfmadd213ps	%ymm14, %ymm3, %ymm5
	vfmadd213ps	%ymm15, %ymm3, %ymm5
	vfmadd213ps	%ymm11, %ymm3, %ymm5
	vmulps	%ymm3, %ymm3, %ymm1
	vfmadd213ps	%ymm3, %ymm5, %ymm1
	vpaddd	%ymm4, %ymm10, %ymm3
	vpsrld	$1, %ymm3, %ymm3
	vpslld	$23, %ymm3, %ymm5
	vpaddd	%ymm7, %ymm5, %ymm5
	vaddps	%ymm6, %ymm1, %ymm1
	vmulps	%ymm5, %ymm1, %ymm1
	vpsubd	%ymm3, %ymm4, %ymm3
	vpslld	$23, %ymm3, %ymm3
	vpaddd	%ymm2, %ymm3, %ymm2
	vmulps	%ymm2, %ymm1, %ymm1
	vcmpunordps	.LCPI37_21(%rip), %ymm9, %ymm2
	vblendvps	%ymm2, %ymm9, %ymm1, %ymm1
	vaddps	%ymm6, %ymm0, %ymm0
	vdivps	%ymm0, %ymm6, %ymm0
	vaddps	%ymm6, %ymm1, %ymm1
	vdivps	%ymm1, %ymm6, %ymm1
	vmulps	(%r15,%r14), %ymm0, %ymm0
	vmulps	32(%r15,%r14), %ymm1, %ymm1
	vbroadcastss	.LCPI37_20(%rip), %ymm2
	vmulps	%ymm2, %ymm0, %ymm0
	vmulps	%ymm2, %ymm1, %ymm1
	movq	8(%rsp), %rax
	vmovups	%ymm0, (%rax,%r14)
	vmovups	%ymm1, 32(%rax,%r14)
	addq	$216, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end37:
	.size	gated_x86_64_v3_k26, .Lfunc_end37-gated_x86_64_v3_k26

	.p2align	4, 0x90
	.type	micro.1x16.a16.c64.k1.s0.w16,@function
micro.1x16.a16.c64.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB38_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB38_4
	jmp	.LBB38_10
.LBB38_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB38_10
.LBB38_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB38_5
	.p2align	4, 0x90
.LBB38_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB38_10
.LBB38_5:
	testq	%r10, %r10
	jle	.LBB38_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB38_7:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	vbroadcastss	4(%rdi,%rax,4), %ymm2
	vfmadd231ps	64(%rsi), %ymm2, %ymm0
	vfmadd231ps	96(%rsi), %ymm2, %ymm1
	vbroadcastss	8(%rdi,%rax,4), %ymm2
	vfmadd231ps	128(%rsi), %ymm2, %ymm0
	vfmadd231ps	160(%rsi), %ymm2, %ymm1
	vbroadcastss	12(%rdi,%rax,4), %ymm2
	vfmadd231ps	192(%rsi), %ymm2, %ymm0
	vfmadd231ps	224(%rsi), %ymm2, %ymm1
	addq	$256, %rsi
	addq	$4, %rax
	cmpq	%r10, %rax
	jl	.LBB38_7
.LBB38_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB38_9
	.p2align	4, 0x90
.LBB38_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB38_11
	jmp	.LBB38_9
.LBB38_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end38:
	.size	micro.1x16.a16.c64.k1.s0.w16, .Lfunc_end38-micro.1x16.a16.c64.k1.s0.w16

	.type	table,@object
	.section	.rodata,"a",@progbits
	.p2align	4
table:
	.quad	0
	.quad	2
	.quad	4
	.quad	6
	.quad	8
	.quad	10
	.quad	12
	.quad	14
	.quad	16
	.quad	18
	.quad	20
	.quad	22
	.quad	24
	.quad	26
	.quad	58
	.quad	60
	.quad	62
	.quad	64
	.quad	66
	.quad	68
	.quad	70
	.quad	72
	.quad	74
	.quad	76
	.quad	78
	.quad	80
	.quad	82
	.quad	84
	.quad	116
	.quad	118
	.quad	120
	.quad	122
	.quad	124
	.quad	126
	.quad	128
	.quad	130
	.quad	132
	.quad	134
	.quad	136
	.quad	138
	.quad	140
	.quad	142
	.quad	174
	.quad	176
	.quad	178
	.quad	180
	.quad	182
	.quad	184
	.quad	186
	.quad	188
	.quad	190
	.quad	192
	.quad	194
	.quad	196
	.quad	198
	.quad	200
	.quad	232
	.quad	234
	.quad	236
	.quad	238
	.quad	240
	.quad	242
	.quad	244
	.quad	246
	.quad	248
	.quad	250
	.quad	252
	.quad	254
	.quad	256
	.quad	258
	.quad	290
	.quad	292
	.quad	294
	.quad	296
	.quad	298
	.quad	300
	.quad	302
	.quad	304
	.quad	306
	.quad	308
	.quad	310
	.quad	312
	.quad	314
	.quad	316
	.quad	348
	.quad	350
	.quad	352
	.quad	354
	.quad	356
	.quad	358
	.quad	360
	.quad	362
	.quad	364
	.quad	366
	.quad	368
	.quad	370
	.quad	372
	.quad	374
	.quad	406
	.quad	408
	.quad	410
	.quad	412
	.quad	414
	.quad	416
	.quad	418
	.quad	420
	.quad	422
	.quad	424
	.quad	426
	.quad	428
	.quad	430
	.quad	432
	.quad	464
	.quad	466
	.quad	468
	.quad	470
	.quad	472
	.quad	474
	.quad	476
	.quad	478
	.quad	480
	.quad	482
	.quad	484
	.quad	486
	.quad	488
	.quad	490
	.quad	522
	.quad	524
	.quad	526
	.quad	528
	.quad	530
	.quad	532
	.quad	534
	.quad	536
	.quad	538
	.quad	540
	.quad	542
	.quad	544
	.quad	546
	.quad	548
	.quad	580
	.quad	582
	.quad	584
	.quad	586
	.quad	588
	.quad	590
	.quad	592
	.quad	594
	.quad	596
	.quad	598
	.quad	600
	.quad	602
	.quad	604
	.quad	606
	.quad	638
	.quad	640
	.quad	642
	.quad	644
	.quad	646
	.quad	648
	.quad	650
	.quad	652
	.quad	654
	.quad	656
	.quad	658
	.quad	660
	.quad	662
	.quad	664
	.quad	696
	.quad	698
	.quad	700
	.quad	702
	.quad	704
	.quad	706
	.quad	708
	.quad	710
	.quad	712
	.quad	714
	.quad	716
	.quad	718
	.quad	720
	.quad	722
	.quad	754
	.quad	756
	.quad	758
	.quad	760
	.quad	762
	.quad	764
	.quad	766
	.quad	768
	.quad	770
	.quad	772
	.quad	774
	.quad	776
	.quad	778
	.quad	780
	.size	table, 1568

	.type	table.1,@object
	.p2align	4
table.1:
	.quad	0
	.quad	32
	.quad	64
	.quad	96
	.quad	128
	.quad	160
	.quad	192
	.quad	480
	.quad	512
	.quad	544
	.quad	576
	.quad	608
	.quad	640
	.quad	672
	.quad	960
	.quad	992
	.quad	1024
	.quad	1056
	.quad	1088
	.quad	1120
	.quad	1152
	.quad	1440
	.quad	1472
	.quad	1504
	.quad	1536
	.quad	1568
	.quad	1600
	.quad	1632
	.quad	1920
	.quad	1952
	.quad	1984
	.quad	2016
	.quad	2048
	.quad	2080
	.quad	2112
	.quad	2400
	.quad	2432
	.quad	2464
	.quad	2496
	.quad	2528
	.quad	2560
	.quad	2592
	.quad	2880
	.quad	2912
	.quad	2944
	.quad	2976
	.quad	3008
	.quad	3040
	.quad	3072
	.size	table.1, 392

	.type	table.2,@object
	.p2align	4
table.2:
	.quad	0
	.quad	64
	.quad	128
	.quad	192
	.quad	576
	.quad	640
	.quad	704
	.quad	768
	.quad	1152
	.quad	1216
	.quad	1280
	.quad	1344
	.quad	1728
	.quad	1792
	.quad	1856
	.quad	1920
	.size	table.2, 128

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
