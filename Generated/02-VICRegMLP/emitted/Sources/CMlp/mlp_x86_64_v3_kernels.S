/* The kernels of mlp for x86-64-v3. Written by invar emit 0.1.0 with LLVM 14.0.6; what
   calls them is mlp_x86_64_v3.c. */
#if defined(__x86_64__) && defined(__ELF__)
	.text
	.file	"kernels"
	.hidden	mlp_x86_64_v3_k0
	.globl	mlp_x86_64_v3_k0
	.p2align	4, 0x90
	.type	mlp_x86_64_v3_k0,@function
mlp_x86_64_v3_k0:
	movl	%esi, %ecx
	imulq	$50176, %rsi, %rax
	shrq	$4, %rsi
	andl	$15, %ecx
	imulq	$802816, %rsi, %rdx
	addq	(%rdi), %rdx
	imulq	$50176, %rcx, %rcx
	addq	%rdx, %rcx
	addq	8(%rdi), %rax
	xorl	%edx, %edx
	.p2align	4, 0x90
.LBB0_1:
	movq	%rdx, %rdi
	shlq	$6, %rdi
	movq	%rdx, %rsi
	shlq	$10, %rsi
	prefetcht1	512(%rcx,%rdi)
	prefetcht1	3648(%rcx,%rdi)
	prefetcht1	6784(%rcx,%rdi)
	prefetcht1	9920(%rcx,%rdi)
	prefetcht1	13056(%rcx,%rdi)
	prefetcht1	16192(%rcx,%rdi)
	prefetcht1	19328(%rcx,%rdi)
	prefetcht1	22464(%rcx,%rdi)
	vmovups	(%rcx,%rdi), %ymm0
	vmovups	3136(%rcx,%rdi), %ymm1
	vmovups	6272(%rcx,%rdi), %ymm2
	vmovups	9408(%rcx,%rdi), %ymm3
	vmovups	12544(%rcx,%rdi), %ymm4
	vmovups	15680(%rcx,%rdi), %ymm5
	vmovups	18816(%rcx,%rdi), %ymm6
	vmovups	21952(%rcx,%rdi), %ymm7
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
	vmovups	32(%rcx,%rdi), %ymm0
	vmovups	3168(%rcx,%rdi), %ymm1
	vmovups	6304(%rcx,%rdi), %ymm2
	vmovups	9440(%rcx,%rdi), %ymm3
	vmovups	12576(%rcx,%rdi), %ymm4
	vmovups	15712(%rcx,%rdi), %ymm5
	vmovups	18848(%rcx,%rdi), %ymm6
	vmovups	21984(%rcx,%rdi), %ymm7
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
	prefetcht1	25600(%rcx,%rdi)
	prefetcht1	28736(%rcx,%rdi)
	prefetcht1	31872(%rcx,%rdi)
	prefetcht1	35008(%rcx,%rdi)
	prefetcht1	38144(%rcx,%rdi)
	prefetcht1	41280(%rcx,%rdi)
	prefetcht1	44416(%rcx,%rdi)
	prefetcht1	47552(%rcx,%rdi)
	vmovups	25088(%rcx,%rdi), %ymm0
	vmovups	28224(%rcx,%rdi), %ymm1
	vmovups	31360(%rcx,%rdi), %ymm2
	vmovups	34496(%rcx,%rdi), %ymm3
	vmovups	37632(%rcx,%rdi), %ymm4
	vmovups	40768(%rcx,%rdi), %ymm5
	vmovups	43904(%rcx,%rdi), %ymm6
	vmovups	47040(%rcx,%rdi), %ymm7
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
	vmovups	25120(%rcx,%rdi), %ymm0
	vmovups	28256(%rcx,%rdi), %ymm1
	vmovups	31392(%rcx,%rdi), %ymm2
	vmovups	34528(%rcx,%rdi), %ymm3
	vmovups	37664(%rcx,%rdi), %ymm4
	vmovups	40800(%rcx,%rdi), %ymm5
	vmovups	43936(%rcx,%rdi), %ymm6
	vmovups	47072(%rcx,%rdi), %ymm7
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
	leaq	1(%rdx), %rsi
	cmpq	$48, %rdx
	movq	%rsi, %rdx
	jb	.LBB0_1
	vzeroupper
	retq
.Lfunc_end0:
	.size	mlp_x86_64_v3_k0, .Lfunc_end0-mlp_x86_64_v3_k0

	.section	.rodata.cst4,"aM",@progbits,4
	.p2align	2
.LCPI1_0:
	.long	0x3727c5ac
.LCPI1_1:
	.long	0x3f800000
	.text
	.hidden	mlp_x86_64_v3_k1
	.globl	mlp_x86_64_v3_k1
	.p2align	4, 0x90
	.type	mlp_x86_64_v3_k1,@function
mlp_x86_64_v3_k1:
	pushq	%rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$72, %rsp
	movq	16(%rdi), %rax
	movq	%rax, 56(%rsp)
	movq	32(%rdi), %rax
	movq	%rax, 16(%rsp)
	movq	40(%rdi), %rax
	movq	%rax, (%rsp)
	movq	48(%rdi), %rax
	movq	%rax, 8(%rsp)
	movq	56(%rdi), %rax
	movq	%rax, 24(%rsp)
	movq	64(%rdi), %rax
	movq	%rax, 32(%rsp)
	movq	72(%rdi), %rax
	movq	%rax, 40(%rsp)
	movq	80(%rdi), %rax
	movq	%rax, 48(%rsp)
	movl	%esi, %r14d
	imulq	$50176, %rsi, %r12
	shrq	$4, %rsi
	movq	%rsi, 64(%rsp)
	imulq	$3136, %rsi, %r15
	addq	(%rdi), %r15
	addq	8(%rdi), %r12
	andl	$15, %r14d
	xorl	%ebx, %ebx
	leaq	table(%rip), %r13
	shlq	$6, %r14
	.p2align	4, 0x90
.LBB1_1:
	movq	%rbx, %rax
	shlq	$5, %rax
	movq	(%rax,%r13), %rcx
	movq	8(%rax,%r13), %r8
	movq	16(%rax,%r13), %rdx
	leaq	(%r15,%rdx,4), %rdi
	movq	24(%rax,%r13), %rax
	shlq	$6, %rax
	leaq	(%r12,%rax), %rsi
	addq	%r12, %rax
	addq	$50176, %rax
	xorl	%ebp, %ebp
	.p2align	4, 0x90
.LBB1_2:
	movq	%rbp, %rdx
	shlq	$9, %rdx
	prefetcht1	(%rax,%rdx)
	prefetcht1	64(%rax,%rdx)
	prefetcht1	128(%rax,%rdx)
	prefetcht1	192(%rax,%rdx)
	prefetcht1	256(%rax,%rdx)
	prefetcht1	320(%rax,%rdx)
	prefetcht1	384(%rax,%rdx)
	prefetcht1	448(%rax,%rdx)
	leaq	1(%rbp), %rdx
	cmpq	$24, %rbp
	movq	%rdx, %rbp
	jb	.LBB1_2
	movq	64(%rsp), %rdx
	shlq	$10, %rdx
	orq	%r14, %rdx
	addq	56(%rsp), %rdx
	movq	%rbx, %r9
	callq	micro.1x16.a784.c256.k1.s0.w16
	leaq	1(%rbx), %rax
	cmpq	$3, %rbx
	movq	%rax, %rbx
	jb	.LBB1_1
	movq	%r14, %rax
	orq	$32, %rax
	vbroadcastss	.LCPI1_0(%rip), %ymm0
	movq	(%rsp), %rcx
	vaddps	(%rcx,%r14), %ymm0, %ymm1
	vaddps	(%rcx,%rax), %ymm0, %ymm0
	vsqrtps	%ymm1, %ymm1
	vbroadcastss	.LCPI1_1(%rip), %ymm2
	vdivps	%ymm1, %ymm2, %ymm1
	vsqrtps	%ymm0, %ymm0
	vdivps	%ymm0, %ymm2, %ymm0
	movq	16(%rsp), %rcx
	vmovups	(%rcx,%r14), %ymm2
	vmovups	(%rcx,%rax), %ymm3
	movq	8(%rsp), %rcx
	vmulps	(%rcx,%r14), %ymm1, %ymm1
	vmulps	(%rcx,%rax), %ymm0, %ymm0
	movq	24(%rsp), %rcx
	vaddps	(%rcx,%r14), %ymm2, %ymm2
	vaddps	(%rcx,%rax), %ymm3, %ymm3
	movq	32(%rsp), %rcx
	vmulps	(%rcx,%r14), %ymm1, %ymm4
	vmulps	(%rcx,%rax), %ymm0, %ymm5
	movq	40(%rsp), %rcx
	vmovups	(%rcx,%r14), %ymm6
	vsubps	%ymm4, %ymm6, %ymm4
	vmovups	(%rcx,%rax), %ymm6
	vsubps	%ymm5, %ymm6, %ymm5
	vmulps	%ymm1, %ymm2, %ymm1
	vaddps	%ymm4, %ymm1, %ymm1
	vmulps	%ymm0, %ymm3, %ymm0
	vaddps	%ymm5, %ymm0, %ymm0
	vxorps	%xmm2, %xmm2, %xmm2
	vcmpnleps	%ymm2, %ymm1, %ymm3
	vandps	%ymm1, %ymm3, %ymm1
	vcmpnleps	%ymm2, %ymm0, %ymm2
	vandps	%ymm0, %ymm2, %ymm0
	movq	48(%rsp), %rcx
	vmovups	%ymm1, (%rcx,%r14)
	vmovups	%ymm0, (%rcx,%rax)
	addq	$72, %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	vzeroupper
	retq
.Lfunc_end1:
	.size	mlp_x86_64_v3_k1, .Lfunc_end1-mlp_x86_64_v3_k1

	.p2align	4, 0x90
	.type	micro.1x16.a784.c256.k1.s0.w16,@function
micro.1x16.a784.c256.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB2_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB2_4
	jmp	.LBB2_10
.LBB2_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB2_10
.LBB2_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB2_5
	.p2align	4, 0x90
.LBB2_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB2_10
.LBB2_5:
	testq	%r10, %r10
	jle	.LBB2_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB2_7:
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
	jl	.LBB2_7
.LBB2_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB2_9
	.p2align	4, 0x90
.LBB2_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB2_11
	jmp	.LBB2_9
.LBB2_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end2:
	.size	micro.1x16.a784.c256.k1.s0.w16, .Lfunc_end2-micro.1x16.a784.c256.k1.s0.w16

	.hidden	mlp_x86_64_v3_k2
	.globl	mlp_x86_64_v3_k2
	.p2align	4, 0x90
	.type	mlp_x86_64_v3_k2,@function
mlp_x86_64_v3_k2:
	shlq	$14, %rsi
	movq	%rsi, %rcx
	andq	$-65536, %rcx
	addq	(%rdi), %rcx
	movzwl	%si, %eax
	addq	%rcx, %rax
	addq	8(%rdi), %rsi
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB3_1:
	movq	%rcx, %rdi
	shlq	$6, %rdi
	movq	%rcx, %rdx
	shlq	$10, %rdx
	prefetcht1	512(%rax,%rdi)
	prefetcht1	1536(%rax,%rdi)
	prefetcht1	2560(%rax,%rdi)
	prefetcht1	3584(%rax,%rdi)
	prefetcht1	4608(%rax,%rdi)
	prefetcht1	5632(%rax,%rdi)
	prefetcht1	6656(%rax,%rdi)
	prefetcht1	7680(%rax,%rdi)
	vmovups	(%rax,%rdi), %ymm0
	vmovups	1024(%rax,%rdi), %ymm1
	vmovups	2048(%rax,%rdi), %ymm2
	vmovups	3072(%rax,%rdi), %ymm3
	vmovups	4096(%rax,%rdi), %ymm4
	vmovups	5120(%rax,%rdi), %ymm5
	vmovups	6144(%rax,%rdi), %ymm6
	vmovups	7168(%rax,%rdi), %ymm7
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
	vmovups	1056(%rax,%rdi), %ymm1
	vmovups	2080(%rax,%rdi), %ymm2
	vmovups	3104(%rax,%rdi), %ymm3
	vmovups	4128(%rax,%rdi), %ymm4
	vmovups	5152(%rax,%rdi), %ymm5
	vmovups	6176(%rax,%rdi), %ymm6
	vmovups	7200(%rax,%rdi), %ymm7
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
	prefetcht1	8704(%rax,%rdi)
	prefetcht1	9728(%rax,%rdi)
	prefetcht1	10752(%rax,%rdi)
	prefetcht1	11776(%rax,%rdi)
	prefetcht1	12800(%rax,%rdi)
	prefetcht1	13824(%rax,%rdi)
	prefetcht1	14848(%rax,%rdi)
	prefetcht1	15872(%rax,%rdi)
	vmovups	8192(%rax,%rdi), %ymm0
	vmovups	9216(%rax,%rdi), %ymm1
	vmovups	10240(%rax,%rdi), %ymm2
	vmovups	11264(%rax,%rdi), %ymm3
	vmovups	12288(%rax,%rdi), %ymm4
	vmovups	13312(%rax,%rdi), %ymm5
	vmovups	14336(%rax,%rdi), %ymm6
	vmovups	15360(%rax,%rdi), %ymm7
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
	vmovups	8224(%rax,%rdi), %ymm0
	vmovups	9248(%rax,%rdi), %ymm1
	vmovups	10272(%rax,%rdi), %ymm2
	vmovups	11296(%rax,%rdi), %ymm3
	vmovups	12320(%rax,%rdi), %ymm4
	vmovups	13344(%rax,%rdi), %ymm5
	vmovups	14368(%rax,%rdi), %ymm6
	vmovups	15392(%rax,%rdi), %ymm7
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
	cmpq	$15, %rcx
	movq	%rdx, %rcx
	jb	.LBB3_1
	vzeroupper
	retq
.Lfunc_end3:
	.size	mlp_x86_64_v3_k2, .Lfunc_end3-mlp_x86_64_v3_k2

	.hidden	mlp_x86_64_v3_k3
	.globl	mlp_x86_64_v3_k3
	.p2align	4, 0x90
	.type	mlp_x86_64_v3_k3,@function
mlp_x86_64_v3_k3:
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	%rsi, %rax
	movq	%rdi, %rcx
	movq	(%rdi), %rdi
	movq	8(%rcx), %rbx
	movq	16(%rcx), %rdx
	movq	32(%rcx), %r15
	movq	40(%rcx), %r12
	movq	48(%rcx), %r14
	movl	%eax, %r13d
	andl	$3, %r13d
	movq	%rsi, %r8
	shrq	$2, %r8
	shlq	$14, %rax
	leaq	(%rbx,%rax), %rsi
	addq	%rbx, %rax
	addq	$16384, %rax
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB4_1:
	movq	%rcx, %rbx
	shlq	$9, %rbx
	prefetcht1	(%rax,%rbx)
	prefetcht1	64(%rax,%rbx)
	prefetcht1	128(%rax,%rbx)
	prefetcht1	192(%rax,%rbx)
	prefetcht1	256(%rax,%rbx)
	prefetcht1	320(%rax,%rbx)
	prefetcht1	384(%rax,%rbx)
	prefetcht1	448(%rax,%rbx)
	leaq	1(%rcx), %rbx
	cmpq	$31, %rcx
	movq	%rbx, %rcx
	jb	.LBB4_1
	shlq	$6, %r13
	movq	%r8, %rax
	shlq	$10, %rax
	addq	%rax, %rdi
	shlq	$8, %r8
	orq	%r13, %r8
	prefetcht1	(%r12,%r8)
	addq	%r8, %rdx
	movl	$1, %ecx
	movl	$256, %r8d
	xorl	%r9d, %r9d
	callq	micro.1x16.a256.c64.k1.s0.w16
	vmovups	(%r15,%r13), %ymm0
	vmovups	32(%r15,%r13), %ymm1
	vaddps	(%r12,%r13), %ymm0, %ymm0
	vaddps	32(%r12,%r13), %ymm1, %ymm1
	vmovups	%ymm0, (%r14,%r13)
	vmovups	%ymm1, 32(%r14,%r13)
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	vzeroupper
	retq
.Lfunc_end4:
	.size	mlp_x86_64_v3_k3, .Lfunc_end4-mlp_x86_64_v3_k3

	.p2align	4, 0x90
	.type	micro.1x16.a256.c64.k1.s0.w16,@function
micro.1x16.a256.c64.k1.s0.w16:
	testq	%r9, %r9
	je	.LBB5_2
	vmovups	(%rdx), %ymm0
	vmovups	32(%rdx), %ymm1
	testq	%rcx, %rcx
	jg	.LBB5_4
	jmp	.LBB5_10
.LBB5_2:
	prefetcht1	(%rdx)
	vxorps	%xmm0, %xmm0, %xmm0
	vxorps	%xmm1, %xmm1, %xmm1
	testq	%rcx, %rcx
	jle	.LBB5_10
.LBB5_4:
	movq	%r8, %r10
	andq	$-4, %r10
	xorl	%r9d, %r9d
	jmp	.LBB5_5
	.p2align	4, 0x90
.LBB5_9:
	incq	%r9
	cmpq	%rcx, %r9
	jge	.LBB5_10
.LBB5_5:
	testq	%r10, %r10
	jle	.LBB5_8
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB5_7:
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
	jl	.LBB5_7
.LBB5_8:
	movq	%r10, %rax
	cmpq	%r8, %r10
	jge	.LBB5_9
	.p2align	4, 0x90
.LBB5_11:
	vbroadcastss	(%rdi,%rax,4), %ymm2
	vfmadd231ps	(%rsi), %ymm2, %ymm0
	vfmadd231ps	32(%rsi), %ymm2, %ymm1
	addq	$64, %rsi
	incq	%rax
	cmpq	%r8, %rax
	jl	.LBB5_11
	jmp	.LBB5_9
.LBB5_10:
	vmovups	%ymm0, (%rdx)
	vmovups	%ymm1, 32(%rdx)
	vzeroupper
	retq
.Lfunc_end5:
	.size	micro.1x16.a256.c64.k1.s0.w16, .Lfunc_end5-micro.1x16.a256.c64.k1.s0.w16

	.type	table,@object
	.section	.rodata,"a",@progbits
	.p2align	4
table:
	.quad	1
	.quad	196
	.quad	0
	.quad	0
	.quad	1
	.quad	196
	.quad	196
	.quad	196
	.quad	1
	.quad	196
	.quad	392
	.quad	392
	.quad	1
	.quad	196
	.quad	588
	.quad	588
	.size	table, 128

	.section	".note.GNU-stack","",@progbits

#endif
#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
